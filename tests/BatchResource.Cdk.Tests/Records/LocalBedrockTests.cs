using System.Text;
using BatchResource.Cdk.Internal;
using BatchResource.Contract;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Batches;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.S3;

namespace BatchResource.Cdk.Tests.Records;

/// <summary>
/// What the construct refuses, the local Bedrock fails, the whole job or the record; and what the one passes, the other does.
/// </summary>
public sealed class LocalBedrockTests : IDisposable
{
    private const string Claude = "anthropic.claude-3-haiku-20240307-v1:0";
    private const string LaterClaude = "anthropic.claude-sonnet-4-6";
    private const string Nova = "amazon.nova-micro-v1:0";
    private const string Titan = "amazon.titan-embed-text-v2:0";
    private const string Fine = """{"modelInput":{"inputText":"x"}}""";
    private const string ToNova = """{"messages":[{"role":"user","content":[{"text":"x"}]}]}""";
    private const string ToClaude =
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user","content":"x"}]}""";

    private readonly string root = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData(Fine, true)]
    [InlineData(Fine + "\r\n" + Fine + "\n", true)]
    [InlineData("""{"recordId":"a","modelInput":{"inputText":"x"},"other":1}""", true)]
    [InlineData("""{"modelInput":{"inputText":"x","twice":1,"twice":2}}""", true)]
    [InlineData("\uFEFF" + Fine, false)]
    [InlineData(Fine + "\n\n" + Fine, false)]
    [InlineData(Fine + "\n \n", false)]
    [InlineData("{", false)]
    [InlineData("[]", false)]
    [InlineData("{}", false)]
    [InlineData("""{"modelInput":[]}""", false)]
    [InlineData("""{"modelInput":{"inputText":"x"},"modelInput":{"inputText":"x"}}""", false)]
    [InlineData("""{"recordId":null,"modelInput":{"inputText":"x"}}""", false)]
    [InlineData("""{"recordId":"","modelInput":{"inputText":"x"}}""", false)]
    [InlineData("""{"recordId":7,"modelInput":{"inputText":"x"}}""", false)]
    [InlineData("""{"recordId":"\ud83d","modelInput":{"inputText":"x"}}""", false)]
    [InlineData(
        """{"recordId":"a","modelInput":{"inputText":"x"}}""" + "\n"
        + """{"recordId":"a","modelInput":{"inputText":"x"}}""", false)]
    [InlineData("""{"modelInput":{"inputText":"\ud83d"}}""", false)]
    public async Task They_Agree_On_Lines(string content, bool passes) =>
        await AssertAgreeAsync(passes, Encoding.UTF8.GetBytes(content), Titan);

    [Fact]
    public async Task They_Agree_On_Utf16() => await AssertAgreeAsync(false, Encoding.Unicode.GetBytes(Fine), Titan);

    [Theory]
    [InlineData(Claude, ToClaude, false, true)]
    [InlineData(Claude, """{"max_tokens":1,"messages":[{"role":"user","content":"x"}]}""", false, false)]
    [InlineData(Claude,
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":"1","messages":[{"role":"user","content":"x"}]}""", false, false)]
    [InlineData(Claude, """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user"}]}""", false, false)]
    [InlineData(Claude, """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":["x"]}""", false, false)]
    [InlineData("us." + Claude, """{"messages":[]}""", false, false)]
    [InlineData(LaterClaude, ToClaude, false, true)]
    [InlineData(Nova, ToNova, false, true)]
    [InlineData(Nova, """{"messages":[{"role":"user","content":"x"}]}""", false, false)]
    [InlineData(Nova, ToClaude, false, false)]
    [InlineData(Nova,
        """{"messages":[{"role":"user","content":[{"image":{"source":{"s3Location":{"uri":"s3://in/a.png"}}}}]}]}""", false, false)]
    [InlineData(Nova, ToNova, true, true)]
    [InlineData("acme.brand-new-v1:0", ToNova, true, true)]
    [InlineData(Claude, ToClaude, true, false)]
    [InlineData(Claude, """{"messages":[{"role":"user","content":[{"text":"x"}]}],"toolConfig":{}}""", true, false)]
    [InlineData(Claude, """{"messages":[{"role":"user","content":[{"text":"x"}]}],"modelId":"x"}""", true, false)]
    [InlineData("amazon.titan-text-express-v1", """{"inputText":"x"}""", false, true)]
    [InlineData("amazon.titan-text-express-v1", """{"inputText":""}""", false, false)]
    [InlineData(Titan, """{"inputText":"x","dimensions":512}""", false, true)]
    [InlineData(Titan, """{"inputText":"x","dimensions":500}""", false, false)]
    [InlineData("amazon.titan-embed-image-v1", """{"inputImage":"x"}""", false, true)]
    [InlineData("amazon.titan-embed-image-v1", "{}", false, false)]
    [InlineData("cohere.embed-english-v3", """{"input_type":"search_document","texts":["x"]}""", false, true)]
    [InlineData("cohere.embed-english-v3", """{"input_type":"search_document","texts":[]}""", false, false)]
    [InlineData("cohere.command-r-v1:0", """{"message":"x"}""", false, true)]
    [InlineData("cohere.command-r-v1:0", """{"prompt":"x"}""", false, false)]
    [InlineData("meta.llama3-3-70b-instruct-v1:0", """{"prompt":"x"}""", false, true)]
    [InlineData("meta.llama3-3-70b-instruct-v1:0", """{"messages":[]}""", false, false)]
    [InlineData("mistral.mistral-large-2407-v1:0", """{"prompt":null}""", false, false)]
    [InlineData("openai.gpt-oss-120b-1:0", """{"messages":[{"role":"user","content":"x"}]}""", false, true)]
    [InlineData("openai.gpt-oss-120b-1:0", """{"prompt":"x"}""", false, false)]
    [InlineData("acme.brand-new-v1:0", """{"whatever":[1]}""", false, true)]
    public async Task They_Agree_On_What_A_Family_Takes(string modelId, string modelInput, bool isConverse, bool passes) =>
        await AssertAgreeAsync(passes, Encoding.UTF8.GetBytes($$"""{"modelInput":{{modelInput}}}"""), modelId, isConverse);

    [Theory]
    [InlineData(4, 5, 7, false)]
    [InlineData(5, 5, 7, true)]
    [InlineData(7, 5, 7, true)]
    [InlineData(8, 5, 7, false)]
    [InlineData(99, null, null, false)]
    [InlineData(100, null, null, true)]
    [InlineData(100_000, null, null, true)]
    [InlineData(100_001, null, null, false)]
    public async Task They_Agree_On_The_Number_Of_Records(int records, int? minimum, int? maximum, bool passes)
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Fine + "\n", records)));

        await AssertAgreeAsync(
            passes, content, Titan, limits: new() { MinimumRecords = minimum, MaximumRecords = maximum });
    }

    [Theory]
    [InlineData("\n", 0, true)]
    [InlineData("\n", -1, false)]
    [InlineData("", 0, true)]
    [InlineData("", -1, false)]
    public async Task They_Agree_On_The_Size_Of_A_File(string end, int more, bool passes)
    {
        var content = Encoding.UTF8.GetBytes(Fine + "\n" + Fine + end);

        await AssertAgreeAsync(
            passes, content, Titan, limits: new() { MinimumRecords = 1, MaximumFileSize = content.Length + more });
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task They_Agree_On_The_Length_Of_A_Record(int more, bool passes)
    {
        var text = new string('x', Limits.RecordLength - Fine.Length + 1 + more);
        var content = Encoding.UTF8.GetBytes(Fine.Replace("\"x\"", $"\"{text}\"", StringComparison.Ordinal));

        Assert.Equal(Limits.RecordLength + more, content.Length);
        await AssertAgreeAsync(passes, content, Titan);
    }

    [Theory]
    [InlineData("1", 64, true)]
    [InlineData("1", 65, false)]
    [InlineData("", 64, true)]
    [InlineData("", 65, false)]
    public async Task They_Agree_On_The_Depth_Of_A_Record(string innermost, int depth, bool passes)
    {
        // The record and its modelInput are two levels.
        var (open, close) = (new string('[', depth - 2), new string(']', depth - 2));

        var record = Encoding.UTF8.GetBytes($$$"""{"modelInput":{"a":{{{open}}}{{{innermost}}}{{{close}}}}}""");

        await AssertAgreeAsync(passes, record, "acme.brand-new-v1:0");
    }

    private async Task AssertAgreeAsync(
        bool passes, byte[] content, string modelId, bool isConverse = false, BatchInferenceRecordLimits? limits = null)
    {
        limits ??= new() { MinimumRecords = 1 };
        Directory.CreateDirectory(Path.Combine(root, "my-input"));
        Directory.CreateDirectory(Path.Combine(root, "my-output"));
        var path = Path.Combine(root, "my-input", "a.jsonl");
        await File.WriteAllBytesAsync(path, content);

        var (problems, failure) = (Problems(path, modelId, isConverse, limits), await FailureAsync(modelId, isConverse, limits));

        Assert.True((problems.Count == 0) == passes, $"the construct says: {string.Join("; ", problems)}");
        Assert.True(failure is null == passes, $"the local Bedrock says: {failure}");
    }

    private static IReadOnlyList<string> Problems(string path, string modelId, bool isConverse, BatchInferenceRecordLimits limits)
    {
        var rules = new RecordRules(
            ModelReference.Parse(modelId).FoundationModelId, isConverse ? ModelInvocationType.Converse : null, SkipsModelInput: false);
        var checker = new RecordChecker(rules, limits);
        new SingleFileSource(path).Read(RecordRange.All, checker, copy: null);
        return checker.Errors("file");
    }

    private async Task<string?> FailureAsync(string modelId, bool isConverse, BatchInferenceRecordLimits limits)
    {
        var job = new ModelInvocationJob
        {
            JobArn = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl",
            JobName = "job",
            ModelId = modelId,
            RoleArn = "arn:aws:iam::123456789012:role/BatchRole",
            Input = new("s3://my-input/a.jsonl", null, Account.Default.AccountId),
            Output = new("s3://my-output/", null, Account.Default.AccountId),
            ModelInvocationType = isConverse ? "Converse" : "InvokeModel",
            History = [new(JobStatus.Submitted, DateTimeOffset.UnixEpoch)],
        };
        var runner = new FolderBatchRunner(new BucketFolder(root), Account.Default, PermissiveAuthorizer.Instance, new BatchLimits
        {
            MinimumRecords = limits.MinimumRecords,
            MaximumRecords = limits.MaximumRecords,
            MaximumFileSize = limits.MaximumFileSize,
        });
        var check = await runner.CheckAsync(job, CancellationToken.None);
        return check.Failure ?? (check.FaultyRecords > 0 ? $"{check.FaultyRecords} records fail" : null);
    }
}
