using System.Text;
using BatchResource.Cdk.Internal;

namespace BatchResource.Cdk.Tests.Records;

/// <summary>The form that each family's records must have; the pages are in ModelFamilies.</summary>
public sealed class ModelFamilyTests
{
    private const string Claude = "anthropic.claude-3-haiku-20240307-v1:0";
    private const string LaterClaude = "anthropic.claude-sonnet-4-6";
    private const string Nova = "amazon.nova-micro-v1:0";
    private const string Titan = "amazon.titan-embed-text-v2:0";
    private const string Message = """{"role":"user","content":[{"text":"x"}]}""";
    private const string ToClaude =
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user","content":"x"}]""";

    [Theory]
    [InlineData(Claude, """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user","content":"x"}]}""")]
    [InlineData(Nova, """{"messages":[""" + Message + """],"schemaVersion":"messages-v1","toolConfig":{}}""")]
    [InlineData("amazon.nova-canvas-v1:0", """{"taskType":"TEXT_IMAGE"}""")]
    [InlineData(Titan, """{"inputText":"x","dimensions":512,"embeddingTypes":["binary"]}""")]
    [InlineData("amazon.titan-embed-text-v1", """{"inputText":"x"}""")]
    [InlineData("amazon.titan-embed-image-v1", """{"inputImage":"aGVsbG8="}""")]
    [InlineData("amazon.titan-text-express-v1", """{"inputText":"x"}""")]
    [InlineData("cohere.embed-english-v3", """{"input_type":"search_document","texts":["x"]}""")]
    [InlineData("cohere.embed-v4:0", """{"input_type":"search_document","inputs":[{"content":[]}]}""")]
    [InlineData("cohere.command-r-v1:0", """{"message":"x"}""")]
    [InlineData("meta.llama3-3-70b-instruct-v1:0", """{"prompt":"x"}""")]
    [InlineData("mistral.mistral-large-2407-v1:0", """{"messages":[{"role":"user","content":"x"}]}""")]
    [InlineData("mistral.mistral-small-2402-v1:0", """{"prompt":"x"}""")]
    [InlineData("openai.gpt-oss-120b-1:0", """{"messages":[{"role":"user","content":"x"}]}""")]
    [InlineData("acme.brand-new-v1:0", """{"whatever":[1]}""")]
    [InlineData(null, """{"whatever":[1]}""")]
    public void A_Record_Of_Its_Family_Passes(string? modelId, string modelInput)
    {
        var checker = Check(modelId, modelInput);

        Assert.Empty(checker.Errors("file"));
        Assert.Empty(checker.Warnings("file"));
    }

    [Theory]
    [InlineData(Claude, """{"messages":[{"role":"user","content":"x"}]}""",
        "has no anthropic_version and max_tokens in modelInput, which Claude requires (BatchRecord.Anthropic writes it); see https://")]
    [InlineData(Claude, """{"messages":[""" + Message + """],"system":[]}""", "set InvocationType to ModelInvocationType.Converse")]
    [InlineData(Claude, """{"anthropic_version":"2023-06-01","max_tokens":1,"messages":[{"role":"user","content":"x"}]}""",
        "modelInput.anthropic_version must be bedrock-2023-05-31, got \"2023-06-01\"")]
    [InlineData(Claude, """{"anthropic_version":"bedrock-2023-05-31","max_tokens":"1","messages":[{"role":"user","content":"x"}]}""",
        "modelInput.max_tokens must be a number, got a string")]
    [InlineData(Claude, """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[]}""",
        "modelInput.messages must be an array that is not empty, got an empty array")]
    [InlineData(Nova, """{"prompt":"x"}""", "has no messages in modelInput, which Nova requires (BatchRecord.Nova writes it)")]
    [InlineData(Nova, """{"Messages":[]}""", ": it has \"Messages\", which is spelled differently")]
    [InlineData(Nova, """{"messages":[{"role":"user","content":"x"}]}""",
        "modelInput.messages[0].content must be an array of blocks ([{\"text\": ...}]) for Nova, got a string")]
    [InlineData(Nova, """{"messages":[{"Role":"user","Content":[{"text":"x"}]}]}""",
        "modelInput.messages[0] must be an object with role and content, in this spelling")]
    [InlineData(Claude, """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user","content":"x"},"x"]}""",
        "modelInput.messages[1] must be an object with role and content")]
    [InlineData(Titan, """{"inputText":""}""", "modelInput.inputText must be a text that is not empty, got an empty text")]
    [InlineData(Titan, """{"inputText":"x","dimensions":500}""", "modelInput.dimensions must be 256 or 512 or 1024, got 500")]
    [InlineData("amazon.titan-embed-image-v1", "{}", "has no inputText or inputImage in modelInput")]
    [InlineData("cohere.embed-english-v3", """{"texts":["x"]}""", "has no input_type in modelInput, which Cohere Embed requires")]
    [InlineData("cohere.embed-v4:0", """{"inputType":"x"}""", "has no input_type and texts or images or inputs in modelInput")]
    [InlineData("cohere.command-r-v1:0", """{"prompt":"x"}""", "has no message in modelInput")]
    [InlineData("meta.llama3-3-70b-instruct-v1:0", """{"messages":[]}""", "has no prompt in modelInput, which Llama requires")]
    [InlineData("mistral.mistral-large-2407-v1:0", "{}", "has no prompt or messages in modelInput")]
    [InlineData("openai.gpt-oss-120b-1:0", """{"prompt":"x"}""", "has no messages in modelInput, which gpt-oss requires")]
    [InlineData(Nova, """{"messages":[{"role":"user","content":[{"video":{"source":{"s3Location":{"uri":"s3://b/v.mp4"}}}}]}]}""",
        "modelInput.messages[0].content[0].video.source.s3Location.uri names media in S3")]
    public void A_Record_That_The_Family_Does_Not_Take_Is_An_Error(string modelId, string modelInput, string problem)
    {
        var error = Assert.Single(Check(modelId, modelInput).Errors("file"));

        Assert.StartsWith("file:1 ", error, StringComparison.Ordinal);
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"system":[]}""", "has no messages in modelInput, which Converse requires")]
    [InlineData("""{"messages":[""" + Message + """],"toolConfig":{}}""", "has modelInput.toolConfig, which Converse does not allow")]
    [InlineData("""{"messages":[""" + Message + """],"modelId":"x"}""", "set the job's Model instead")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}]}""", "must be an array of blocks")]
    public void Converse_Has_A_Form_Of_Its_Own_Whatever_The_Model(string modelInput, string problem)
    {
        foreach (var model in (string?[])[Claude, Nova, "acme.brand-new-v1:0", null])
        {
            var error = Assert.Single(Check(model, modelInput, ModelInvocationType.Converse).Errors("file"));
            Assert.Contains(problem, error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(LaterClaude, ToClaude + ""","temperature":1,"top_p":1}""",
        "has modelInput.temperature and top_p: later models of Claude refuse a request with both")]
    [InlineData(Claude, ToClaude + ""","model":"x"}""", "has modelInput.model")]
    [InlineData(Nova, """{"messages":[""" + Message + """],"max_tokens":1}""", "use inferenceConfig.maxTokens for Nova")]
    [InlineData("acme.brand-new-v1:0", """{"Prompt":"x"}""", "begin with a capital")]
    public void What_The_Documentation_Leaves_Open_Is_A_Warning(string modelId, string modelInput, string problem)
    {
        var checker = Check(modelId, modelInput);

        Assert.Empty(checker.Errors("file"));
        Assert.Contains(problem, Assert.Single(checker.Warnings("file")), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_Knows_Better_Is_Not_Checked_But_For_What_No_Record_Can_Be()
    {
        var rules = new RecordRules(Claude, null, SkipsModelInput: true);
        var checker = new RecordChecker(rules, new() { MinimumRecords = 0 });
        Add(checker, """{"prompt":{"source":{"s3Location":{"uri":"x"}}}}""", 1);
        Add(checker, """{"prompt":"\ud83d"}""", 2);

        Assert.StartsWith(
            "file:2 modelInput.prompt has half of a surrogate pair", Assert.Single(checker.Errors("file")), StringComparison.Ordinal);
    }

    private static RecordChecker Check(string? modelId, string modelInput, ModelInvocationType? invocationType = null)
    {
        var rules = new RecordRules(modelId, invocationType, SkipsModelInput: false);
        var checker = new RecordChecker(rules, new() { MinimumRecords = 0 });
        Add(checker, modelInput, 1);
        return checker;
    }

    private static void Add(RecordChecker checker, string modelInput, long number) => checker.Check(
        "file", number, Encoding.UTF8.GetBytes($$"""{"recordId":"r{{number}}","modelInput":{{modelInput}}}"""), isCut: false);
}
