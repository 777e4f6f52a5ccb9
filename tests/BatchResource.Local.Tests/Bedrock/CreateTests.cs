using System.Net;
using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class CreateTests : ControlPlaneTest
{
    private const string NameInUse = "The provided job name is currently in use";

    [Theory]
    [InlineData("amazon.nova-micro-v1:0", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0")]
    [InlineData(
        "us.anthropic.claude-3-haiku-20240307-v1:0",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-3-haiku-20240307-v1:0")]
    [InlineData("abcdefghijk1", "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghijk1")]
    [InlineData(
        "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-micro-v1:0",
        "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-micro-v1:0")]
    public async Task A_Model_Is_Kept_By_Its_Arn(string modelId, string arn)
    {
        await CreateAsync(("modelId", modelId));

        Assert.Equal(arn, Assert.Single(ControlPlane.Jobs).ModelId);
    }

    [Fact]
    public async Task An_Id_Of_No_Kind_Of_Model_Is_Refused() => (await CreateAsync(("modelId", "micro"))).AssertError(
        HttpStatusCode.BadRequest, "ValidationException", "The provided model identifier is invalid.");

    [Theory]
    [InlineData("amazon.nova-micro-v1:0")]
    [InlineData("us.amazon.nova-micro-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0")]
    public async Task A_Model_Without_Batch_Inference_Is_Refused(string modelId)
    {
        await StartAsync(new BedrockOptions { UnsupportedModels = new HashSet<string> { "amazon.nova-micro-v1:0" } });

        (await CreateAsync(("modelId", modelId))).AssertError(
            HttpStatusCode.BadRequest,
            "ValidationException",
            "Batch inference is not supported for the requested model.");
    }

    [Theory]
    [InlineData(JobStatus.InProgress)]
    [InlineData(JobStatus.Failed)]
    [InlineData(JobStatus.Stopped)]
    public async Task A_Name_Is_Held_For_Ever(string status)
    {
        Move(await CreateJobAsync(token: "first"), status);

        var answer = await CreateAsync(("clientRequestToken", "second"));

        answer.AssertError(HttpStatusCode.BadRequest, "ConflictException", NameInUse);
        Assert.Single(ControlPlane.Jobs);
    }

    [Fact]
    public async Task A_Name_In_Use_May_Be_A_ValidationException()
    {
        await StartAsync(new BedrockOptions { Switches = new() { NameInUse = StateAnswer.Validation } });
        await CreateJobAsync(token: "first");

        (await CreateAsync(("clientRequestToken", "second"))).AssertError(HttpStatusCode.BadRequest, "ValidationException", NameInUse);
    }

    [Fact]
    public async Task A_Repeated_Token_Returns_The_Same_Job()
    {
        var first = await CreateJobAsync(token: "t");
        var second = await CreateJobAsync(token: "t");

        Assert.Equal(first, second);
        Assert.Single(ControlPlane.Jobs);
    }

    [Theory]
    [InlineData(TokenAnswer.Ignored, "ConflictException")]
    [InlineData(TokenAnswer.Conflict, "ConflictException")]
    [InlineData(TokenAnswer.Validation, "ValidationException")]
    public async Task A_Repeated_Token_May_Be_Refused(TokenAnswer answer, string errorType)
    {
        await StartAsync(new BedrockOptions { Switches = new() { RepeatedToken = answer } });
        await CreateJobAsync(token: "t");

        Assert.Equal(errorType, (await CreateAsync(("clientRequestToken", "t"))).ErrorType);
        Assert.Single(ControlPlane.Jobs);
    }

    [Theory]
    [InlineData(TokenAnswer.SameJob, null, 1)]
    [InlineData(TokenAnswer.Ignored, null, 2)]
    [InlineData(TokenAnswer.Conflict, "ConflictException", 1)]
    [InlineData(TokenAnswer.Validation, "ValidationException", 1)]
    public async Task A_Token_With_Other_Parameters_Is_Another_Switch(TokenAnswer answer, string? errorType, int jobs)
    {
        await StartAsync(new BedrockOptions { Switches = new() { RepeatedTokenWithOtherParameters = answer } });
        await CreateJobAsync(token: "t");

        Assert.Equal(errorType, (await CreateAsync(("clientRequestToken", "t"), ("jobName", "job-2"))).ErrorType);
        Assert.Equal(jobs, ControlPlane.Jobs.Count);
    }

    [Fact]
    public async Task A_Token_Can_Be_Forgotten()
    {
        await StartAsync(new BedrockOptions { Switches = new() { TokenLifetime = TimeSpan.FromMinutes(10) } });
        var arn = await CreateJobAsync(token: "t");

        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(arn, await CreateJobAsync(token: "t"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(NameInUse, (await CreateAsync(("clientRequestToken", "t"))).Message);
    }

    [Fact]
    public async Task Ids_Can_Be_Made_Of_Names()
    {
        await StartAsync(new BedrockOptions { JobId = JobIds.FromName });
        var first = await CreateJobAsync();

        await StartAsync(new BedrockOptions { JobId = JobIds.FromName });
        Assert.Equal(first, await CreateJobAsync());
        Assert.NotEqual(first, await CreateJobAsync("job-2"));
    }

    [Fact]
    public async Task The_Quota_Counts_Jobs_Of_The_Model_That_Have_Not_Ended()
    {
        await StartAsync(new BedrockOptions { MaximumActiveJobsPerModel = 1 });
        var first = await CreateJobAsync();

        Assert.Equal("ServiceQuotaExceededException", (await CreateAsync(("jobName", "job-2"))).ErrorType);
        Assert.Null((await CreateAsync(("jobName", "job-2"), ("modelId", "amazon.nova-lite-v1:0"))).ErrorType);
        Move(first, JobStatus.Completed);
        Assert.Null((await CreateAsync(("jobName", "job-3"))).ErrorType);
    }

    [Fact]
    public async Task Two_Hundred_Creations_At_Once_With_One_Token_Make_One_Job()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => CreateJobAsync(token: "t")));

        Assert.Single(answers.Distinct());
        Assert.Single(ControlPlane.Jobs);
    }

    [Fact]
    public async Task What_Was_Given_Comes_Back()
    {
        var vpc = new JsonObject { ["subnetIds"] = new JsonArray("subnet-1"), ["securityGroupIds"] = new JsonArray("sg-1", "sg-2") };
        var output = JsonNode.Parse(
            """{"s3OutputDataConfig":{"s3Uri":"s3://out-bucket/x/","s3EncryptionKeyId":"alias/mine","s3BucketOwner":"210987654321"}}""");
        var created = await CreateAsync(
            ("vpcConfig", vpc), ("outputDataConfig", output), ("timeoutDurationInHours", 168), ("modelInvocationType", "Converse"));

        var job = (await GetJobAsync(created.Body["jobArn"]!.GetValue<string>())).Body;

        Assert.Equal(vpc.ToJsonString(), job["vpcConfig"]!.ToJsonString());
        Assert.Equal(output!.ToJsonString(), job["outputDataConfig"]!.ToJsonString());
        Assert.Equal(168, job["timeoutDurationInHours"]!.GetValue<int>());
        Assert.Equal("Converse", job["modelInvocationType"]!.GetValue<string>());
        Assert.Equal("2026-01-09T03:04:05.000Z", job["jobExpirationTime"]!.GetValue<string>());
    }
}
