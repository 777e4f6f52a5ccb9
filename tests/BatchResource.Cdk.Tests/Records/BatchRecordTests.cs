using System.Text;
using System.Text.Json.Nodes;
using BatchResource.Cdk.Internal;

namespace BatchResource.Cdk.Tests.Records;

public sealed class BatchRecordTests
{
    private static readonly BatchRecordOptions Everything = new()
    {
        RecordId = "one",
        System = "be brief",
        Temperature = 0.5,
        TopP = 0.9,
        StopSequences = ["END"],
    };

    private static readonly BatchMessage[] Conversation =
    [
        BatchMessage.User("what is this?", BatchContent.Image([1, 2, 3], BatchImageFormat.Png)),
        BatchMessage.Assistant("a picture"),
        BatchMessage.User("of what?"),
    ];

    [Fact]
    public void Anthropics_Form() => AssertForm(
        BatchRecord.Anthropic(Conversation, 100, Everything),
        """
        {"anthropic_version":"bedrock-2023-05-31","max_tokens":100,
        "messages":[{"role":"user","content":[{"type":"text","text":"what is this?"},
        {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AQID"}}]},
        {"role":"assistant","content":[{"type":"text","text":"a picture"}]},{"role":"user","content":[{"type":"text","text":"of what?"}]}],
        "system":"be brief","temperature":0.5,"top_p":0.9,"stop_sequences":["END"]}
        """);

    [Fact]
    public void The_Form_Of_Converse() => AssertForm(
        BatchRecord.Converse(Conversation, 100, Everything),
        """
        {"messages":[{"role":"user","content":[{"text":"what is this?"},{"image":{"format":"png","source":{"bytes":"AQID"}}}]},
        {"role":"assistant","content":[{"text":"a picture"}]},{"role":"user","content":[{"text":"of what?"}]}],
        "system":[{"text":"be brief"}],"inferenceConfig":{"maxTokens":100,"temperature":0.5,"topP":0.9,"stopSequences":["END"]}}
        """);

    [Fact]
    public void The_Form_Of_Nova_Says_Which_It_Is() => Assert.Equal(
        """{"modelInput":{"messages":[{"role":"user","content":[{"text":"x"}]}],"schemaVersion":"messages-v1"}}""",
        Line(BatchRecord.Nova("x")));

    [Fact]
    public void The_Form_Of_Titan_Embeddings() => Assert.Equal(
        """{"recordId":"one","modelInput":{"inputText":"x","dimensions":256,"normalize":false}}""",
        Line(BatchRecord.TitanEmbedding("x", 256, normalize: false, "one")));

    [Fact]
    public void What_A_Method_Writes_Its_Family_Takes()
    {
        AssertTaken("anthropic.claude-3-haiku-20240307-v1:0", BatchRecord.Anthropic(Conversation, 100, Everything));
        AssertTaken("anthropic.claude-sonnet-4-6", BatchRecord.Anthropic("x", 1));
        AssertTaken("amazon.nova-2-lite-v1:0", BatchRecord.Nova(Conversation, 100, Everything));
        AssertTaken("amazon.titan-embed-text-v2:0", BatchRecord.TitanEmbedding("x", 1024));
        AssertTaken("meta.llama3-3-70b-instruct-v1:0", BatchRecord.Converse(Conversation, 100, Everything), ModelInvocationType.Converse);
    }

    [Fact]
    public void A_Message_Without_Content_Is_Refused() =>
        Assert.Contains("must have content", Assert.Throws<ArgumentException>(() => BatchMessage.User()).Message, StringComparison.Ordinal);

    private static void AssertForm(BatchInferenceRecord record, string modelInput)
    {
        var line = JsonNode.Parse(Line(record))!;
        Assert.Equal("one", (string)line["recordId"]!);
        Assert.Equal(JsonNode.Parse(modelInput)!.ToJsonString(), line["modelInput"]!.ToJsonString());
    }

    private static void AssertTaken(string modelId, BatchInferenceRecord record, ModelInvocationType? invocationType = null)
    {
        var rules = new RecordRules(modelId, invocationType, SkipsModelInput: false);
        var checker = new RecordChecker(rules, new() { MinimumRecords = 0 });
        checker.Check("file", 1, Encoding.UTF8.GetBytes(Line(record)), isCut: false);
        Assert.Empty(checker.Errors("file"));
    }

    private static string Line(BatchInferenceRecord record)
    {
        var line = new RecordJson().Write(record, out var problem);
        Assert.Null(problem);
        return Encoding.UTF8.GetString(line);
    }
}
