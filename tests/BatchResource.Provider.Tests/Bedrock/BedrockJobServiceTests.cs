using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Bedrock;

/// <summary>Each call is the one request that its operation is, and what comes back is read whole.</summary>
public sealed class BedrockJobServiceTests
{
    private const string EncodedArn = "arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Amodel-invocation-job%2Fabcdefghijkl";

    private const string FullJob = """
        {
            "jobArn": "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl",
            "jobName": "nightly",
            "modelId": "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0",
            "clientRequestToken": "token-1",
            "roleArn": "arn:aws:iam::123456789012:role/BatchRole",
            "status": "Failed",
            "message": "Could not validate GetObject permissions",
            "submitTime": "2026-11-22T06:00:01.123Z",
            "lastModifiedTime": "2026-11-22T06:10:00Z",
            "endTime": "2026-11-22T06:05:00Z",
            "inputDataConfig": { "s3InputDataConfig": { "s3Uri": "s3://bucket/input.jsonl" } },
            "outputDataConfig": { "s3OutputDataConfig": { "s3Uri": "s3://bucket/output" } }
        }
        """;

    private static readonly Job Expected = new()
    {
        Arn = BedrockCalls.Arn,
        Name = "nightly",
        Status = JobStatus.Failed,
        Message = "Could not validate GetObject permissions",
        ClientRequestToken = "token-1",
        ModelId = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0",
        SubmitTime = new DateTimeOffset(2026, 11, 22, 6, 0, 1, 123, TimeSpan.Zero),
        RoleArn = "arn:aws:iam::123456789012:role/BatchRole",
        InputS3Uri = "s3://bucket/input.jsonl",
        EndedAt = new DateTimeOffset(2026, 11, 22, 6, 5, 0, TimeSpan.Zero),
        OutputS3Uri = "s3://bucket/output",
    };

    [Fact]
    public async Task Get_Reads_Every_Member_That_The_Rules_Use()
    {
        var (job, request) = await CallAsync(FullJob, service => service.GetAsync(BedrockCalls.Arn, CancellationToken.None));
        Assert.Equal(Expected, job);
        Assert.Equal(("GET", $"/model-invocation-job/{EncodedArn}"), (request.Method, request.Target));
    }

    [Fact]
    public async Task Get_Takes_A_Job_That_Tells_No_More_Than_Its_ARN_For_One_That_Runs()
    {
        var (job, _) = await CallAsync(
            $$"""{"jobArn":"{{BedrockCalls.Arn}}"}""", service => service.GetAsync(BedrockCalls.Arn, CancellationToken.None));
        var expected = new Job
        {
            Arn = BedrockCalls.Arn,
            Name = string.Empty,
            Status = JobStatus.Submitted,
            ModelId = string.Empty,
            OutputS3Uri = string.Empty,
        };
        Assert.Equal(expected, job);
    }

    [Fact]
    public async Task Get_Lets_A_Status_Of_The_Future_Through()
    {
        var (job, _) = await CallAsync(
            FullJob.Replace("Failed", "Hibernating", StringComparison.Ordinal),
            service => service.GetAsync(BedrockCalls.Arn, CancellationToken.None));
        Assert.Equal((new JobStatus("Hibernating"), true), (job.Status, job.Status.IsActive));
    }

    [Fact]
    public async Task Without_An_End_A_Job_Ended_When_It_Was_Last_Changed()
    {
        var (job, _) = await CallAsync(
            FullJob.Replace("\"endTime\"", "\"other\"", StringComparison.Ordinal),
            service => service.GetAsync(BedrockCalls.Arn, CancellationToken.None));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 6, 10, 0, TimeSpan.Zero), job.EndedAt);
    }

    [Theory]
    [InlineData(
        """{"totalRecordCount":120,"processedRecordCount":110,"successRecordCount":100,"errorRecordCount":10}""", 120, 110, 100, 10)]
    [InlineData("""{"totalRecordCount":120}""", 120, 0, 0, 0)]
    [InlineData("""{"processedRecordCount":110}""", 0, 110, 0, 0)]
    [InlineData("""{"successRecordCount":100}""", 0, 0, 100, 0)]
    [InlineData("""{"errorRecordCount":10}""", 0, 0, 0, 10)]
    [Trait("rule", "L15a")]
    public async Task Get_Reads_The_Counts_And_Takes_One_That_Is_Left_Out_For_Zero(
        string counts, int total, int processed, int success, int error)
    {
        var body = FullJob.Replace("\"jobName\"", $"{counts.Trim('{', '}')}, \"jobName\"", StringComparison.Ordinal);
        var (job, _) = await CallAsync(body, service => service.GetAsync(BedrockCalls.Arn, CancellationToken.None));
        Assert.Equal(new RecordCounts(total, processed, success, error), job.Records);
    }

    [Fact]
    public async Task List_Dates_The_End_Of_A_Job_Like_Get_And_Lets_Members_Be_Missing()
    {
        var stopped = FullJob.Replace("\"endTime\"", "\"other\"", StringComparison.Ordinal);
        var bare = $$"""{"jobArn":"{{BedrockCalls.Arn}}"}""";
        var (page, _) = await CallAsync(
            $$"""{"invocationJobSummaries":[{{stopped}},{{bare}}]}""",
            service => service.ListAsync("owner-", null, null, CancellationToken.None));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 6, 10, 0, TimeSpan.Zero), page.Jobs[0].EndedAt);
        Assert.Equal((string.Empty, string.Empty, string.Empty), (page.Jobs[1].Name, page.Jobs[1].ModelId, page.Jobs[1].OutputS3Uri));
    }

    [Fact]
    public async Task List_Asks_For_A_Part_Of_The_Name_And_Reads_Every_Job_Of_The_Page()
    {
        var other = FullJob.Replace("nightly", "other", StringComparison.Ordinal);
        var (page, request) = await CallAsync(
            $$"""{"invocationJobSummaries":[{{FullJob}},{{other}}],"nextToken":"next page"}""",
            service => service.ListAsync("owner-", null, null, CancellationToken.None));
        Assert.Equal([Expected, Expected with { Name = "other" }], page.Jobs);
        Assert.Equal("next page", page.NextToken);
        Assert.Equal(
            ("GET", "/model-invocation-jobs?maxResults=100&nameContains=owner-&sortBy=CreationTime&sortOrder=Descending"),
            (request.Method, request.Target));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"invocationJobSummaries":[]}""")]
    public async Task List_Reads_The_Last_Page_When_It_Holds_Nothing(string body)
    {
        var after = new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
        var (page, request) = await CallAsync(body, service => service.ListAsync("owner-", after, "next page", CancellationToken.None));
        Assert.Empty(page.Jobs);
        Assert.Null(page.NextToken);
        Assert.Equal(
            "/model-invocation-jobs?maxResults=100&nameContains=owner-&nextToken=next%20page"
            + "&sortBy=CreationTime&sortOrder=Descending&submitTimeAfter=2026-11-21T06%3A00%3A00Z",
            request.Target);
    }

    [Fact]
    public async Task Stop_Names_The_Job_And_Is_Content_With_An_Empty_Answer()
    {
        var (_, request) = await CallAsync(string.Empty, service => Done(service.StopAsync(BedrockCalls.Arn, CancellationToken.None)));
        Assert.Equal(("POST", $"/model-invocation-job/{EncodedArn}/stop"), (request.Method, request.Target));
    }

    [Fact]
    public async Task Tags_Are_Read_Into_Keys_And_Values()
    {
        var (tags, request) = await CallAsync(
            """{"tags":[{"key":"team","value":"search"},{"key":"empty","value":""},{"key":"none"}]}""",
            service => service.ListTagsAsync(BedrockCalls.Arn, CancellationToken.None));
        Assert.Equal(new Dictionary<string, string> { ["team"] = "search", ["empty"] = string.Empty, ["none"] = string.Empty }, tags);
        Assert.Equal(
            ("POST", "/listTagsForResource", $$"""{"resourceARN":"{{BedrockCalls.Arn}}"}"""),
            (request.Method, request.Target, request.Body));
    }

    [Fact]
    public async Task A_Job_Without_Tags_Has_None()
    {
        var (tags, _) = await CallAsync("{}", service => service.ListTagsAsync(BedrockCalls.Arn, CancellationToken.None));
        Assert.Empty(tags);
    }

    [Fact]
    public async Task Tags_Are_Set_And_Removed()
    {
        var tags = new Dictionary<string, string> { ["team"] = "search" };
        var (_, tagging) = await CallAsync("{}", service => Done(service.TagAsync(BedrockCalls.Arn, tags, CancellationToken.None)));
        Assert.Equal(
            ("POST", "/tagResource", $$"""{"resourceARN":"{{BedrockCalls.Arn}}","tags":[{"key":"team","value":"search"}]}"""),
            (tagging.Method, tagging.Target, tagging.Body));

        string[] keys = ["team", "x"];
        var (_, untagging) = await CallAsync("{}", service => Done(service.UntagAsync(BedrockCalls.Arn, keys, CancellationToken.None)));
        Assert.Equal(
            ("POST", "/untagResource", $$"""{"resourceARN":"{{BedrockCalls.Arn}}","tagKeys":["team","x"]}"""),
            (untagging.Method, untagging.Target, untagging.Body));
    }

    private static async Task<bool> Done(Task call)
    {
        await call;
        return true;
    }

    private static async Task<(T Result, ReceivedRequest Request)> CallAsync<T>(string answer, Func<IJobService, Task<T>> call)
    {
        await using var server = await ScriptedServer.StartAsync(ServerAnswer.Json(answer));
        using var calls = new BedrockCalls(server.Url);
        var result = await call(calls.Service);
        return (result, Assert.Single(server.Requests));
    }
}
