using System.Text.Json.Nodes;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BatchResource.Shims.Tests.Http;

namespace BatchResource.Shims.Tests.Bedrock;

public sealed class RequestTests
{
    private const string JobArn = "arn:aws:bedrock:eu-west-1:123456789012:model-invocation-job/abcdefghij12";
    private const string EncodedJobArn = "arn%3Aaws%3Abedrock%3Aeu-west-1%3A123456789012%3Amodel-invocation-job%2Fabcdefghij12";

    [Fact]
    public async Task Create_Posts_Every_Member_That_Is_Set()
    {
        var request = await SendAsync(client => client.CreateModelInvocationJobAsync(new CreateModelInvocationJobRequest
        {
            ClientRequestToken = "token-1",
            JobName = "summaries",
            ModelId = "amazon.nova-micro-v1:0",
            RoleArn = "arn:aws:iam::123456789012:role/batch",
            ModelInvocationType = ModelInvocationType.Converse,
            InputDataConfig = new ModelInvocationJobInputDataConfig
            {
                S3InputDataConfig = new ModelInvocationJobS3InputDataConfig
                {
                    S3Uri = "s3://in/prompts.jsonl", S3InputFormat = S3InputFormat.JSONL, S3BucketOwner = "111122223333",
                },
            },
            OutputDataConfig = new ModelInvocationJobOutputDataConfig
            {
                S3OutputDataConfig = new ModelInvocationJobS3OutputDataConfig
                {
                    S3Uri = "s3://out/", S3EncryptionKeyId = "alias/results", S3BucketOwner = "444455556666",
                },
            },
            VpcConfig = new VpcConfig { SubnetIds = ["subnet-1", "subnet-2"], SecurityGroupIds = ["sg-1"] },
            Tags = [new Tag { Key = "team", Value = "search" }, new Tag { Key = "stage", Value = "" }],
            TimeoutDurationInHours = 48,
        }));

        Assert.Equal("POST /model-invocation-job", request.ToString());
        AssertJson(
            """
            {
              "clientRequestToken": "token-1",
              "jobName": "summaries",
              "modelId": "amazon.nova-micro-v1:0",
              "roleArn": "arn:aws:iam::123456789012:role/batch",
              "modelInvocationType": "Converse",
              "inputDataConfig": { "s3InputDataConfig":
                { "s3Uri": "s3://in/prompts.jsonl", "s3InputFormat": "JSONL", "s3BucketOwner": "111122223333" } },
              "outputDataConfig": { "s3OutputDataConfig":
                { "s3Uri": "s3://out/", "s3EncryptionKeyId": "alias/results", "s3BucketOwner": "444455556666" } },
              "vpcConfig": { "subnetIds": ["subnet-1", "subnet-2"], "securityGroupIds": ["sg-1"] },
              "tags": [{ "key": "team", "value": "search" }, { "key": "stage", "value": "" }],
              "timeoutDurationInHours": 48
            }
            """,
            request);
    }

    [Fact]
    public async Task Create_Leaves_Out_What_Is_Unset_But_Fills_In_The_Idempotency_Token()
    {
        var first = await SendAsync(client => client.CreateModelInvocationJobAsync(new CreateModelInvocationJobRequest { JobName = "a" }));
        var second = await SendAsync(client => client.CreateModelInvocationJobAsync(new CreateModelInvocationJobRequest { JobName = "a" }));

        var members = JsonNode.Parse(first.Body)!.AsObject();
        Assert.Equal(["clientRequestToken", "jobName"], members.Select(member => member.Key).Order());
        Assert.True(Guid.TryParse((string?)members["clientRequestToken"], out _));
        Assert.NotEqual(first.Body, second.Body);
    }

    [Theory]
    [InlineData("abcdefghij12", "abcdefghij12")]
    [InlineData(JobArn, EncodedJobArn)]
    public async Task Get_Names_The_Job_In_The_Path_With_Every_Reserved_Character_Encoded(string identifier, string label)
    {
        var request = await SendAsync(
            client => client.GetModelInvocationJobAsync(new GetModelInvocationJobRequest { JobIdentifier = identifier }));

        Assert.Equal($"GET /model-invocation-job/{label}", request.ToString());
        Assert.Empty(request.Body);
        Assert.Null(request.Header("Content-Type"));
    }

    [Fact]
    public async Task Stop_Posts_Nothing_To_The_Job()
    {
        var request = await SendAsync(
            client => client.StopModelInvocationJobAsync(new StopModelInvocationJobRequest { JobIdentifier = JobArn }), body: "");

        Assert.Equal($"POST /model-invocation-job/{EncodedJobArn}/stop", request.ToString());
        Assert.Empty(request.Body);
        Assert.Equal("0", request.Header("Content-Length"));
    }

    [Fact]
    public async Task List_Puts_Every_Filter_Into_The_Query()
    {
        var request = await SendAsync(client => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest
        {
            MaxResults = 1000,
            NameContains = "a+b.c",
            NextToken = "x/y=",
            SortBy = SortJobsBy.CreationTime,
            SortOrder = SortOrder.Descending,
            StatusEquals = ModelInvocationJobStatus.InProgress,
            SubmitTimeAfter = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            SubmitTimeBefore = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc),
        }));

        Assert.Equal(
            "GET /model-invocation-jobs?maxResults=1000&nameContains=a%2Bb.c&nextToken=x%2Fy%3D&sortBy=CreationTime&sortOrder=Descending"
            + "&statusEquals=InProgress&submitTimeAfter=2026-01-02T03%3A04%3A05Z&submitTimeBefore=2026-01-02T03%3A04%3A05.678Z",
            request.ToString());
    }

    [Fact]
    public async Task List_Without_Filters_Has_No_Query()
    {
        var request = await SendAsync(client => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest()));

        Assert.Equal("GET /model-invocation-jobs", request.ToString());
    }

    [Fact]
    public async Task TagResource_Posts_The_Arn_And_The_Tags()
    {
        var request = await SendAsync(client => client.TagResourceAsync(
            new TagResourceRequest { ResourceARN = JobArn, Tags = [new Tag { Key = "team", Value = "search" }] }));

        Assert.Equal("POST /tagResource", request.ToString());
        AssertJson($$"""{ "resourceARN": "{{JobArn}}", "tags": [{ "key": "team", "value": "search" }] }""", request);
    }

    [Fact]
    public async Task UntagResource_Posts_The_Arn_And_The_Keys()
    {
        var request = await SendAsync(client => client.UntagResourceAsync(
            new UntagResourceRequest { ResourceARN = JobArn, TagKeys = ["team", "stage"] }));

        Assert.Equal("POST /untagResource", request.ToString());
        AssertJson($$"""{ "resourceARN": "{{JobArn}}", "tagKeys": ["team", "stage"] }""", request);
    }

    [Fact]
    public async Task ListTagsForResource_Posts_The_Arn()
    {
        var request = await SendAsync(client => client.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = JobArn }));

        Assert.Equal("POST /listTagsForResource", request.ToString());
        AssertJson($$"""{ "resourceARN": "{{JobArn}}" }""", request);
    }

    [Fact]
    public async Task Every_Request_Is_Signed_With_Signature_Version_4_For_Bedrock()
    {
        var request = await SendAsync(client => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest()));

        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-west-1/bedrock/aws4_request, SignedHeaders=[^,]+, Signature=[0-9a-f]{64}$",
            request.Header("Authorization"));
        Assert.Equal("session-token", request.Header("X-Amz-Security-Token"));
        Assert.Equal("2023-04-20", request.Header("X-Amz-Api-Version"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_Label_That_Is_Unset_Is_Refused_Before_Anything_Is_Sent(string? identifier)
    {
        await using var bedrock = await BedrockServer.StartAsync();
        using var client = bedrock.Client();

        var exception = await Assert.ThrowsAsync<AmazonBedrockException>(
            () => client.GetModelInvocationJobAsync(new GetModelInvocationJobRequest { JobIdentifier = identifier }));

        Assert.Contains("jobIdentifier", exception.Message, StringComparison.Ordinal);
        Assert.Empty(bedrock.Requests);
    }

    private static async Task<HttpExchange> SendAsync(Func<AmazonBedrockClient, Task> call, string body = "{}")
    {
        await using var bedrock = await BedrockServer.StartAsync(new HttpAnswer(200, body));
        using var client = bedrock.Client();
        await call(client);
        return Assert.Single(bedrock.Requests);
    }

    private static void AssertJson(string expected, HttpExchange request)
    {
        Assert.Equal("application/json", request.Header("Content-Type"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(request.Body)), request.Body);
    }
}
