using System.Net;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class GetTests : ControlPlaneTest
{
    [Fact]
    public async Task Get_Fills_In_What_The_Call_Left_Out()
    {
        var arn = await CreateJobAsync(token: "the-token");

        var job = (await GetJobAsync(arn)).Body;

        var expected = new JsonObject
        {
            ["jobArn"] = arn,
            ["jobName"] = "job-1",
            ["modelId"] = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0",
            ["clientRequestToken"] = "the-token",
            ["roleArn"] = "arn:aws:iam::123456789012:role/BatchRole",
            ["status"] = "Submitted",
            ["submitTime"] = "2026-01-02T03:04:05.000Z",
            ["lastModifiedTime"] = "2026-01-02T03:04:05.000Z",
            ["inputDataConfig"] = new JsonObject
            {
                ["s3InputDataConfig"] = new JsonObject { ["s3Uri"] = "s3://in-bucket/prompts.jsonl", ["s3BucketOwner"] = "123456789012" },
            },
            ["outputDataConfig"] = new JsonObject
            {
                ["s3OutputDataConfig"] = new JsonObject { ["s3Uri"] = "s3://out-bucket/results/", ["s3BucketOwner"] = "123456789012" },
            },
            ["timeoutDurationInHours"] = 24,
            ["jobExpirationTime"] = "2026-01-03T03:04:05.000Z",
            ["modelInvocationType"] = "InvokeModel",
            ["totalRecordCount"] = 0,
            ["processedRecordCount"] = 0,
            ["successRecordCount"] = 0,
            ["errorRecordCount"] = 0,
        };
        Assert.Equal(expected.ToJsonString(), job.ToJsonString());
    }

    [Fact]
    public async Task A_Job_Is_Found_By_Its_Id_As_By_Its_Arn()
    {
        var arn = await CreateJobAsync();

        var byId = await GetJobAsync(arn[^12..]);

        Assert.Matches("^arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/[a-z0-9]{12}$", arn);
        Assert.Equal((await GetJobAsync(arn)).Text, byId.Text);
    }

    [Fact]
    public async Task A_Missing_Job_Is_ResourceNotFound()
    {
        var answer = await GetJobAsync("abcdefghijkl");

        answer.AssertError(HttpStatusCode.NotFound, "ResourceNotFoundException", "The provided batch inference job was not found.");
        Assert.NotNull(answer.RequestId);
    }
}
