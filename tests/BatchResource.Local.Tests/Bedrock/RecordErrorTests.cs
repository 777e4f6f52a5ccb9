using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Batches;

namespace BatchResource.Local.Tests.Bedrock;

/// <summary>Records that a model refuses: the job completes, and their results say why.</summary>
public sealed class RecordErrorTests : BatchTest
{
    private const string Later = "anthropic.claude-sonnet-4-6";
    private const string Nova = "amazon.nova-lite-v1:0";
    private const string Video =
        """{"messages":[{"role":"user","content":[{"video":{"source":{"s3Location":{"uri":"URI"}}}}]}]}""";

    [Theory]
    [InlineData(Anthropic, """{"max_tokens":1,"messages":[{"role":"user","content":"x"}]}""", "anthropic_version: Field required")]
    [InlineData(Anthropic, """{"anthropic_version":"2023-06-01","max_tokens":1,"messages":[{"role":"user","content":"x"}]}""",
        "anthropic_version: Input should be 'bedrock-2023-05-31'")]
    [InlineData(Anthropic, """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user"}]}""",
        "messages.0.content: Field required")]
    [InlineData(Anthropic, """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[]}""",
        "messages: at least one message is required")]
    [InlineData(Anthropic,
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user","content":"x"}],"model":"x"}""",
        "model: Extra inputs are not permitted")]
    [InlineData(Anthropic,
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user","content":"\ud83d"}]}""",
        "The request body is not valid JSON: no low surrogate in string")]
    [InlineData(Later,
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user","content":"x"}],"temperature":"""
            + """1,"top_p":1}""",
        "`temperature` and `top_p` cannot both be specified for this model. Please use only one.")]
    [InlineData(Nova, """{"prompt":"x"}""",
        "Malformed input request: #: required key [messages] not found, please reformat your input and try again.")]
    [InlineData(Nova, """{"messages":[{"role":"user","content":"x"}]}""",
        "Malformed input request: #/messages/0/content: expected type: JSONArray, found: String, "
            + "please reformat your input and try again.")]
    [InlineData(Nova, """{"messages":[{"role":"user","content":[{"text":"x"}]}],"max_tokens":1}""",
        "Malformed input request: #: extraneous key [max_tokens] is not permitted, please reformat your input and try again.")]
    [InlineData("amazon.titan-embed-text-v2:0", """{"inputText":""}""",
        "Malformed input request: #/inputText: expected minLength: 1, actual: 0, please reformat your input and try again.")]
    public void A_Request_That_The_Family_Does_Not_Take_Is_Refused_In_Its_Words(string modelId, string input, string error)
    {
        var reply = EchoModelTests.Reply(modelId, input);

        Assert.Equal((error, null), (reply.Error, reply.Output));
    }

    [Theory]
    [InlineData(Anthropic, """{"messages":[{"role":"user","content":[{"text":"x"}]}],"toolConfig":{"tools":[]}}""",
        "Malformed input request: #: extraneous key [toolConfig] is not permitted, please reformat your input and try again.")]
    [InlineData(Later, """{"messages":[{"role":"user","content":[{"text":"x"}]}],"inferenceConfig":{"temperature":1,"topP":1}}""",
        "The model returned the following errors: `temperature` and `top_p` cannot both be specified for this model. Please use only one.")]
    [InlineData(Anthropic,
        """{"messages":[{"role":"user","content":[{"text":"x"}]}],"inferenceConfig":{"temperature":1,"topP":1}}""", null)]
    public void Converse_Refuses_Tools_In_A_Batch_And_What_The_Model_Refuses(string modelId, string input, string? error) =>
        Assert.Equal(error, EchoModelTests.Reply(modelId, input, "Converse").Error);

    [Fact]
    public async Task A_Refused_Record_Has_An_Error_With_Its_Id_And_The_Job_Completes()
    {
        await StartRunnerAsync(new BatchLimits { MinimumRecords = 2 });
        Buckets.Put("in-bucket", "prompts.jsonl", """{"recordId":"BAD","modelInput":{"a":"\ud83d"}}""" + "\n" + Record(1));

        var job = await RunAsync();

        Assert.Equal((JobStatus.Completed, new RecordCounts(2, 2, 1, 1)), (job.Status, job.Records));
        Assert.Equal(
            """{"modelInput":{"a":"\ud83d"},"error":{"errorCode":400,"errorMessage":"The request body is not valid JSON: """
            + """no low surrogate in string"},"recordId":"BAD"}""",
            Buckets.Read("out-bucket", $"results/{job.JobId}/prompts.jsonl.out").Split('\n')[1]);
    }

    [Fact]
    public async Task A_Job_Of_Refused_Records_Alone_Completes_With_No_Success()
    {
        await StartRunnerAsync(new BatchLimits { MinimumRecords = 1 });
        Buckets.Put("in-bucket", "prompts.jsonl", """{"modelInput":{"messages":[]}}""");

        var job = await RunAsync();

        Assert.Equal((JobStatus.Completed, new RecordCounts(1, 1, 0, 1)), (job.Status, job.Records));
    }

    [Theory]
    [InlineData("s3://in-bucket/folder/", "s3://in-bucket/folder/v.mp4", null)]
    [InlineData("s3://in-bucket/folder/", "s3://in-bucket/folder/w.mp4", "the specified key does not exist")]
    [InlineData("s3://in-bucket/folder/", "s3://in-bucket/v.mp4", "it is not in the folder that is the job's input")]
    [InlineData("s3://in-bucket/folder/", "v.mp4", "it is not in the folder that is the job's input")]
    [InlineData("s3://in-bucket/folder/a.jsonl", "s3://in-bucket/folder/v.mp4",
        "the job's input must be the folder that holds the records and their media")]
    public async Task Media_Must_Be_In_The_Folder_That_Is_The_Input(string inputUri, string uri, string? problem)
    {
        await StartRunnerAsync(new BatchLimits { MinimumRecords = 1 });
        Buckets.Put("in-bucket", "v.mp4", "video");
        Buckets.Put("in-bucket", "folder/v.mp4", "video");
        Buckets.Put("in-bucket", "folder/a.jsonl", $$"""{"modelInput":{{Video.Replace("URI", uri, StringComparison.Ordinal)}}}""");

        var job = await RunAsync(inputUri, Nova);

        var error = Assert.Single(Results(job, "a.jsonl.out"))["error"]?["errorMessage"]!.GetValue<string>();
        Assert.Equal(problem is null ? null : $"Could not read {uri}: {problem}", error);
    }

    [Theory]
    [InlineData(1, "0")]
    [InlineData(2, "1,0")]
    [InlineData(5, "1,3,0,2,4")]
    public void Results_Come_In_An_Order_Of_Their_Own(int count, string order) =>
        Assert.Equal(order, string.Join(',', ResultOrder.Of(Enumerable.Range(0, count))));

    [Fact]
    public void Every_Record_Has_One_Result_However_Many_There_Are() =>
        Assert.Equal(Enumerable.Range(0, 1_234), ResultOrder.Of(Enumerable.Range(0, 1_234)).Order());
}
