using System.Net;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime;
using BatchResource.Shims.Tests.Http;

namespace BatchResource.Shims.Tests.Bedrock;

public sealed class ResponseTests
{
    private const string Job =
        """
        {
          "jobArn": "arn:job", "jobName": "summaries", "modelId": "arn:model", "clientRequestToken": "token-1", "roleArn": "arn:role",
          "status": "PartiallyCompleted", "message": "timed out", "modelInvocationType": "InvokeModel",
          "submitTime": "2026-01-02T03:04:05.678Z", "lastModifiedTime": "2026-01-02T04:04:05+01:00", "endTime": "2026-01-03T00:00:00Z",
          "jobExpirationTime": "2026-01-04T00:00:00Z", "timeoutDurationInHours": 24,
          "inputDataConfig": { "s3InputDataConfig": { "s3Uri": "s3://in/x", "s3InputFormat": "JSONL", "s3BucketOwner": "1" } },
          "outputDataConfig": { "s3OutputDataConfig": { "s3Uri": "s3://out/", "s3EncryptionKeyId": "key", "s3BucketOwner": "2" } },
          "vpcConfig": { "subnetIds": ["subnet-1"], "securityGroupIds": ["sg-1", "sg-2"] },
          "totalRecordCount": 5000000000, "processedRecordCount": 4, "successRecordCount": 3, "errorRecordCount": 1, "aNewMember": {}
        }
        """;

    [Fact]
    public async Task Create_Reads_The_Arn_And_The_Request_Id()
    {
        var response = await ReceiveAsync("""{"jobArn":"arn:job"}""", CreateAsync);

        Assert.Equal("arn:job", response.JobArn);
        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [InlineData("Content-Length", "20")]
    [InlineData("Transfer-Encoding", "chunked")]
    public async Task A_Body_Is_Read_Whether_Its_Length_Is_Told_Or_Not(string header, string value)
    {
        var body = value == "chunked" ? "14\r\n{\"jobArn\":\"arn:job\"}\r\n0\r\n\r\n" : """{"jobArn":"arn:job"}""";

        Assert.Equal("arn:job", (await ReceiveAsync(body, CreateAsync, (header, value))).JobArn);
    }

    [Fact]
    public async Task Get_Reads_Every_Member()
    {
        var job = await ReceiveAsync(Job, GetAsync);

        Assert.Equal(
            ("arn:job", "summaries", "arn:model", "token-1", "arn:role", "timed out"),
            (job.JobArn, job.JobName, job.ModelId, job.ClientRequestToken, job.RoleArn, job.Message));
        Assert.Equal(ModelInvocationJobStatus.PartiallyCompleted, job.Status);
        Assert.Equal(ModelInvocationType.InvokeModel, job.ModelInvocationType);
        Assert.Equal(
            (5_000_000_000L, 4L, 3L, 1L, 24),
            (job.TotalRecordCount, job.ProcessedRecordCount, job.SuccessRecordCount, job.ErrorRecordCount, job.TimeoutDurationInHours));
        var input = job.InputDataConfig.S3InputDataConfig;
        Assert.Equal(("s3://in/x", "JSONL", "1"), (input.S3Uri, input.S3InputFormat.Value, input.S3BucketOwner));
        var output = job.OutputDataConfig.S3OutputDataConfig;
        Assert.Equal(("s3://out/", "key", "2"), (output.S3Uri, output.S3EncryptionKeyId, output.S3BucketOwner));
        Assert.Equal(["subnet-1"], job.VpcConfig.SubnetIds);
        Assert.Equal(["sg-1", "sg-2"], job.VpcConfig.SecurityGroupIds);
    }

    [Fact]
    public async Task Times_Are_Utc_Whatever_Offset_They_Came_With()
    {
        var job = await ReceiveAsync(Job, GetAsync);

        Assert.Equal(
            ("2026-01-02T03:04:05.6780000Z", "2026-01-02T03:04:05.0000000Z"),
            ($"{job.SubmitTime:o}", $"{job.LastModifiedTime:o}"));
        Assert.Equal(("2026-01-03T00:00:00.0000000Z", "2026-01-04T00:00:00.0000000Z"), ($"{job.EndTime:o}", $"{job.JobExpirationTime:o}"));
    }

    [Fact]
    public async Task Members_That_Are_Absent_Or_Null_Are_Null()
    {
        var job = await ReceiveAsync(
            """{"status":null,"errorRecordCount":null,"endTime":null,"outputDataConfig":null,"vpcConfig":{"securityGroupIds":null}}""",
            GetAsync);

        Assert.Null(job.Status);
        Assert.Null(job.SubmitTime);
        Assert.Null(job.TotalRecordCount);
        Assert.Null(job.ErrorRecordCount);
        Assert.Null(job.EndTime);
        Assert.Null(job.InputDataConfig);
        Assert.Null(job.OutputDataConfig);
        Assert.Null(job.VpcConfig.SubnetIds);
        Assert.Null(job.VpcConfig.SecurityGroupIds);
    }

    [Fact]
    public async Task A_Status_Nobody_Knows_Yet_Passes_Through()
    {
        var job = await ReceiveAsync("""{"status":"Dreaming"}""", GetAsync);

        Assert.Equal("Dreaming", job.Status.Value);
        Assert.True(job.Status == "Dreaming");
        Assert.NotEqual(ModelInvocationJobStatus.Completed, job.Status);
    }

    [Fact]
    public async Task List_Reads_The_Jobs_And_The_Token_Of_The_Next_Page()
    {
        var page = await ReceiveAsync(
            $$"""{"invocationJobSummaries":[{{Job}},{"jobArn":"arn:other"}],"nextToken":"next"}""",
            client => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest()));

        Assert.Equal("next", page.NextToken);
        Assert.Equal(["arn:job", "arn:other"], page.InvocationJobSummaries.Select(job => job.JobArn));
        Assert.Equal("s3://in/x", page.InvocationJobSummaries[0].InputDataConfig.S3InputDataConfig.S3Uri);
    }

    [Fact]
    public async Task A_List_That_Is_Absent_Is_Null()
    {
        var page = await ReceiveAsync("{}", client => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest()));

        Assert.Null(page.InvocationJobSummaries);
        Assert.Null(page.NextToken);
    }

    [Fact]
    public async Task ListTagsForResource_Reads_The_Tags()
    {
        var response = await ReceiveAsync(
            """{"tags":[{"key":"team","value":"search"},{"key":"stage","value":""}]}""",
            client => client.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = "arn:job" }));

        Assert.Equal([("team", "search"), ("stage", "")], response.Tags.Select(tag => (tag.Key, tag.Value)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    public async Task A_Response_Without_Members_Is_Not_Looked_At(string body)
    {
        var response = await ReceiveAsync(
            body, client => client.StopModelInvocationJobAsync(new StopModelInvocationJobRequest { JobIdentifier = "abcdefghij12" }));

        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
        await ReceiveAsync(body, client => client.TagResourceAsync(new TagResourceRequest { ResourceARN = "arn:job", Tags = [] }));
        await ReceiveAsync(body, client => client.UntagResourceAsync(new UntagResourceRequest { ResourceARN = "arn:job", TagKeys = [] }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    public async Task A_Response_That_Should_Have_Members_And_Is_No_Json_Is_None(string body)
    {
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => ReceiveAsync(body, CreateAsync));
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => ReceiveAsync(body, GetAsync));
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(
            () => ReceiveAsync(body, client => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest())));
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(
            () => ReceiveAsync(body, client => client.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = "arn:job" })));
    }

    private static Task<CreateModelInvocationJobResponse> CreateAsync(AmazonBedrockClient client) =>
        client.CreateModelInvocationJobAsync(new CreateModelInvocationJobRequest());

    private static Task<GetModelInvocationJobResponse> GetAsync(AmazonBedrockClient client) =>
        client.GetModelInvocationJobAsync(new GetModelInvocationJobRequest { JobIdentifier = "abcdefghij12" });

    private static async Task<T> ReceiveAsync<T>(
        string body, Func<AmazonBedrockClient, Task<T>> call, params (string Name, string Value)[] headers)
    {
        await using var bedrock = await BedrockServer.StartAsync(
            new HttpAnswer(200, body, [("x-amzn-RequestId", "request-1"), .. headers]));
        using var client = bedrock.Client(config => config.MaxErrorRetry = 0);
        return await call(client);
    }
}
