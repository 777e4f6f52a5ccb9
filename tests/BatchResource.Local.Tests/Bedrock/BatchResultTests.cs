using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class BatchResultTests : BatchTest
{
    private const string MessagesInput = """{"messages":[{"role":"user","content":[{"text":"hello"}]}]}""";
    private const string AnthropicInput =
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":"""
        + """[{"role":"user","content":[{"type":"text","text":"hello"}]}]}""";

    [Fact]
    public async Task Results_Land_Below_A_Folder_Named_For_The_Job()
    {
        await StartRunnerAsync();
        Buckets.Put("in-bucket", "prompts.jsonl", Records(100));

        var job = await RunAsync();

        Assert.Equal(["results/ID/manifest.json.out", "results/ID/prompts.jsonl.out"], OutputKeys(job));
        Assert.Equal(new RecordCounts(100, 100, 100, 0), job.Records);
        Assert.Equal(
            [
                ("totalRecordCount", 100), ("processedRecordCount", 100), ("successRecordCount", 100), ("errorRecordCount", 0),
                ("inputTokenCount", 291), ("outputTokenCount", 400),
            ],
            Assert.Single(Results(job, "manifest.json.out")).Select(count => (count.Key, count.Value!.GetValue<int>())));
    }

    [Fact]
    public async Task Every_File_Of_A_Folder_Has_Its_Own_Results()
    {
        await StartRunnerAsync(new BatchLimits { MinimumRecords = 2 });
        Buckets.Put("in-bucket", "folder/a.jsonl", Record(1));
        Buckets.Put("in-bucket", "folder/sub/b.jsonl", Record(2));
        Buckets.Put("in-bucket", "folder/notes.txt", "not input");
        Buckets.Put("in-bucket", "folder-beside/c.jsonl", Record(3));

        var job = await RunAsync("s3://in-bucket/folder");

        Assert.Equal(["results/ID/a.jsonl.out", "results/ID/manifest.json.out", "results/ID/sub/b.jsonl.out"], OutputKeys(job));
    }

    [Fact]
    public async Task A_Record_Without_An_Id_Gets_One()
    {
        await StartRunnerAsync(new BatchLimits { MinimumRecords = 1 });
        Buckets.Put("in-bucket", "prompts.jsonl", """{"modelInput":{"inputText":"a"}}""" + "\n" + """{"modelInput":{"inputText":"b"}}""");

        var job = await RunAsync(modelId: "amazon.titan-text-express-v1");

        var ids = Results(job, "prompts.jsonl.out").Select(result => result["recordId"]!.GetValue<string>());
        Assert.Equal(["REC00000001", "REC00000000"], ids);
    }

    [Fact]
    public async Task A_Record_That_The_Model_Does_Not_Understand_Has_An_Error_And_The_Job_Completes()
    {
        await StartRunnerAsync(new BatchLimits { MinimumRecords = 2 });
        Buckets.Put("in-bucket", "prompts.jsonl", Record(1) + "\n" + """{"recordId":"BAD","modelInput":{"messages":[]}}""");

        var job = await RunAsync();

        Assert.Equal((JobStatus.Completed, new RecordCounts(2, 2, 1, 1)), (job.Status, job.Records));
        var result = Results(job, "prompts.jsonl.out")[0];
        Assert.Equal(["modelInput", "error", "recordId"], result.Select(member => member.Key));
        Assert.Equal("BAD", result["recordId"]!.GetValue<string>());
        Assert.Equal("""{"errorCode":400,"errorMessage":"anthropic_version: Field required"}""", result["error"]!.ToJsonString());
    }

    [Theory]
    [InlineData(Anthropic, null, AnthropicInput, "content.0.text")]
    [InlineData("us." + Anthropic, null, AnthropicInput, "content.0.text")]
    [InlineData("amazon.nova-micro-v1:0", null, MessagesInput, "output.message.content.0.text")]
    [InlineData("meta.llama3-8b-instruct-v1:0", "Converse", MessagesInput, "output.message.content.0.text")]
    [InlineData("meta.llama3-8b-instruct-v1:0", "InvokeModel", """{"prompt":"hello"}""", "generation")]
    public async Task The_Answer_Has_The_Form_Of_The_Models_Family(string modelId, string? type, string modelInput, string path)
    {
        await StartRunnerAsync(new BatchLimits { MinimumRecords = 1 });
        Buckets.Put("in-bucket", "prompts.jsonl", $$"""{"recordId":"R1","modelInput":{{modelInput}}}""");
        var created = await CreateAsync(("modelId", modelId), ("modelInvocationType", type));

        var job = await AdvanceToAsync(created.Body["jobArn"]!.GetValue<string>(), JobStatus.Completed);

        var node = Assert.Single(Results(job, "prompts.jsonl.out"))["modelOutput"];
        foreach (var part in path.Split('.'))
            node = int.TryParse(part, out var index) ? node![index] : node![part];
        Assert.Equal("Echo: hello", node!.GetValue<string>());
    }

    [Fact]
    public async Task Results_Come_In_Another_Order_Than_The_Records()
    {
        await StartRunnerAsync();
        Buckets.Put("in-bucket", "prompts.jsonl", Records(150));

        var ids = Results(await RunAsync(), "prompts.jsonl.out").Select(result => result["recordId"]!.GetValue<string>()).ToList();

        Assert.Equal(["R0002", "R0004", "R0006"], ids.Take(3));
        Assert.Equal(Enumerable.Range(1, 150).Select(number => $"R{number:D4}"), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_Same_Input_Gives_The_Same_Results()
    {
        await StartRunnerAsync();
        Buckets.Put("in-bucket", "prompts.jsonl", Records(100));

        var first = Results(await RunAsync(), "prompts.jsonl.out");
        await StartRunnerAsync();
        var second = Results(await RunAsync(), "prompts.jsonl.out");

        Assert.Equal(first.Select(result => result.ToJsonString()), second.Select(result => result.ToJsonString()));
    }

    [Fact]
    public async Task Get_Counts_The_Records_That_Were_Reached_By_Now()
    {
        await StartRunnerAsync(plan: JobPlan.Manual with { InProgress = TimeSpan.FromMinutes(10) });
        Buckets.Put("in-bucket", "prompts.jsonl", Records(150) + """{"recordId":"BAD","modelInput":{}}""");
        var arn = await CreateBatchAsync();
        await AdvanceToAsync(arn, JobStatus.InProgress);

        Clock.Advance(TimeSpan.FromMinutes(4));

        var body = (await GetJobAsync(arn)).Body;
        Assert.Equal(
            (151, 60, 60, 0),
            (Count("total"), Count("processed"), Count("success"), Count("error")));

        int Count(string name) => body[$"{name}RecordCount"]!.GetValue<int>();
    }

    [Fact]
    public async Task A_Stopped_Job_Keeps_The_Results_That_It_Got_To()
    {
        await StartRunnerAsync(plan: JobPlan.Manual with { InProgress = TimeSpan.FromMinutes(10) });
        Buckets.Put("in-bucket", "prompts.jsonl", Records(100));
        var arn = await CreateBatchAsync();
        await AdvanceToAsync(arn, JobStatus.InProgress);
        Clock.Advance(TimeSpan.FromMinutes(4));

        await StopAsync(arn);
        Clock.Advance(TimeSpan.FromMinutes(4));
        var job = await AdvanceToAsync(arn, JobStatus.Stopped);

        Assert.Equal((JobStatus.Stopped, new RecordCounts(100, 40, 40, 0)), (job.Status, job.Records));
        Assert.Equal(40, Results(job, "prompts.jsonl.out").Count);
    }

    [Fact]
    public async Task A_Job_Stopped_Before_It_Began_Writes_Nothing()
    {
        await StartRunnerAsync();
        Buckets.Put("in-bucket", "prompts.jsonl", Records(100));
        var arn = await CreateBatchAsync();
        await AdvanceToAsync(arn, JobStatus.Scheduled);

        await StopAsync(arn);

        Assert.Empty(OutputKeys(await AdvanceToAsync(arn, JobStatus.Stopped)));
    }

    [Fact]
    public async Task A_Job_That_Runs_Out_Of_Time_Keeps_What_It_Got_To()
    {
        await StartRunnerAsync(plan: JobPlan.Manual with { InProgress = TimeSpan.FromMinutes(10), Ending = JobEnding.PartiallyCompleted });
        Buckets.Put("in-bucket", "prompts.jsonl", Records(100));
        var arn = await CreateBatchAsync();
        await AdvanceToAsync(arn, JobStatus.InProgress);

        Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.True(SpinWait.SpinUntil(() => ControlPlane.Find(arn)!.Status == JobStatus.PartiallyCompleted, TimeSpan.FromSeconds(60)));
        var job = ControlPlane.Find(arn)!;
        Assert.Equal(new RecordCounts(100, 50, 50, 0), job.Records);
        Assert.Equal(50, Results(job, "prompts.jsonl.out").Count);
    }

    [Fact]
    public async Task Text_Stays_Readable()
    {
        await StartRunnerAsync(new BatchLimits { MinimumRecords = 1 });
        Buckets.Put("in-bucket", "prompts.jsonl", """{"recordId":"R1","modelInput":{"inputText":"Grüße, 世界 <3"}}""");

        var job = await RunAsync(modelId: "amazon.titan-text-express-v1");

        var text = Buckets.Read("out-bucket", $"results/{job.JobId}/prompts.jsonl.out");
        Assert.Contains("Echo: Grüße, 世界 <3", text, StringComparison.Ordinal);
    }
}
