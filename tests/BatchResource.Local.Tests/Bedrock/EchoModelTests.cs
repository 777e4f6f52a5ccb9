using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Models;

namespace BatchResource.Local.Tests.Bedrock;

/// <summary>Each family's answer, as AWS documents it.</summary>
public sealed class EchoModelTests
{
    private const string Messages = """{"messages":[{"role":"user","content":[{"text":"hello"}]}]}""";
    private const string ToClaude =
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[{"role":"user","content":"hello"}]}""";

    private const string FromClaude =
        """
        {"model":"claude-3-haiku-20240307","id":"msg_bdrk_ID","type":"message","role":"assistant",
        "content":[{"type":"text","text":"Echo: hello"}],"stop_reason":"end_turn","stop_sequence":null,
        "usage":{"input_tokens":2,"output_tokens":3}}
        """;

    private const string FromNova =
        """
        {"output":{"message":{"content":[{"text":"Echo: hello"}],"role":"assistant"}},"stopReason":"end_turn",
        "usage":{"inputTokens":2,"outputTokens":3,"totalTokens":5,"cacheReadInputTokenCount":0,"cacheWriteInputTokenCount":0}}
        """;

    private const string FromConverse =
        """
        {"output":{"message":{"role":"assistant","content":[{"text":"Echo: hello","image":null,"document":null,"video":null,"toolUse":null,
        "toolResult":null,"guardContent":null,"cachePoint":null,"reasoningContent":null,"citationsContent":null}]}},"stopReason":"end_turn",
        "usage":{"inputTokens":2,"outputTokens":3,"totalTokens":5,"cacheReadInputTokens":null,"cacheWriteInputTokens":null},
        "metrics":{"latencyMs":1},"additionalModelResponseFields":null,"trace":null,"performanceConfig":null}
        """;

    private const string FromTitan =
        """{"inputTextTokenCount":2,"results":[{"tokenCount":3,"outputText":"Echo: hello","completionReason":"FINISH"}]}""";

    private const string FromCommandR =
        """
        {"response_id":"ID/response","text":"Echo: hello","generation_id":"ID",
        "chat_history":[{"role":"USER","message":"before"},{"role":"USER","message":"hello"},{"role":"CHATBOT","message":"Echo: hello"}],
        "finish_reason":"COMPLETE"}
        """;

    private const string FromLlama =
        """{"generation":"Echo: hello","prompt_token_count":2,"generation_token_count":3,"stop_reason":"stop"}""";

    private const string FromMistralChat =
        """{"choices":[{"index":0,"message":{"role":"assistant","content":"Echo: hello"},"stop_reason":"stop"}]}""";

    private const string FromOpenAI =
        """
        {"choices":[{"finish_reason":"stop","index":0,"logprobs":null,
        "message":{"content":"Echo: hello","refusal":null,"role":"assistant"}}],
        "created":1767225600,"id":"chatcmpl-ID","model":"openai.gpt-oss-120b-1:0","object":"chat.completion",
        "usage":{"completion_tokens":3,"prompt_tokens":2,"total_tokens":5}}
        """;

    [Theory]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", ToClaude, FromClaude)]
    [InlineData("us.anthropic.claude-3-haiku-20240307-v1:0", ToClaude, FromClaude)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-3-haiku-20240307-v1:0", ToClaude, FromClaude)]
    [InlineData("amazon.nova-micro-v1:0", Messages, FromNova)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.nova-micro-v1:0/abcdefghijkl", Messages, FromNova)]
    [InlineData("amazon.titan-text-express-v1", """{"inputText":"hello"}""", FromTitan)]
    [InlineData("cohere.command-r-v1:0", """{"message":"hello","chat_history":[{"role":"USER","message":"before"}]}""", FromCommandR)]
    [InlineData("meta.llama3-8b-instruct-v1:0", """{"prompt":"hello"}""", FromLlama)]
    [InlineData("mistral.mistral-small-2402-v1:0", """{"prompt":"hello"}""",
        """{"outputs":[{"text":"Echo: hello","stop_reason":"stop"}]}""")]
    [InlineData("mistral.mistral-large-2407-v1:0", Messages, FromMistralChat)]
    [InlineData("openai.gpt-oss-120b-1:0", Messages, FromOpenAI)]
    public void A_Familys_Answer_Has_The_Body_Of_InvokeModel(string modelId, string input, string expected) =>
        Assert.Equal(Compact(expected), WithoutIds(Reply(modelId, input).Output!), StringComparer.Ordinal);

    [Theory]
    [InlineData("meta.llama3-8b-instruct-v1:0")]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0")]
    [InlineData("acme.brand-new-v1:0")]
    public void Converse_Has_One_Answer_For_All_With_Its_Nulls(string modelId) =>
        Assert.Equal(Compact(FromConverse), Reply(modelId, Messages, "Converse").Output!.ToJsonString());

    [Theory]
    [InlineData("amazon.titan-embed-text-v1", """{"inputText":"hello"}""", """{"embedding":1536,"inputTextTokenCount":2}""")]
    [InlineData("amazon.titan-embed-text-v2:0", """{"inputText":"hello"}""",
        """{"embedding":1024,"inputTextTokenCount":2,"embeddingsByType":{"float":1024}}""")]
    [InlineData("amazon.titan-embed-text-v2:0", """{"inputText":"hello","dimensions":256,"embeddingTypes":["binary"]}""",
        """{"inputTextTokenCount":2,"embeddingsByType":{"binary":256}}""")]
    [InlineData("amazon.titan-embed-image-v1", """{"inputText":"hello","embeddingConfig":{"outputEmbeddingLength":256}}""",
        """{"embedding":256,"inputTextTokenCount":2}""")]
    [InlineData("amazon.titan-embed-image-v1", """{"inputImage":"aGVsbG8="}""", """{"embedding":1024,"inputTextTokenCount":0}""")]
    [InlineData("cohere.embed-english-v3", """{"input_type":"search_document","texts":["a","b"]}""",
        """{"embeddings":[1024,1024],"id":"ID","response_type":"embeddings_floats","texts":["a","b"]}""")]
    [InlineData("cohere.embed-v4:0", """{"input_type":"search_document","texts":["a"],"embedding_types":["float","int8"]}""",
        """{"embeddings":{"float":[1536],"int8":[1536]},"id":"ID","response_type":"embeddings_by_type","texts":["a"]}""")]
    public void Vectors_Have_The_Dimensions_And_Types_That_Are_Asked_For(string modelId, string input, string expected)
    {
        var reply = Reply(modelId, input);

        Assert.Equal(expected, WithoutIds(WithoutVectors(reply.Output!)));
        Assert.Equal(0, reply.OutputTokens);
    }

    [Fact]
    public void Equal_Texts_Have_Equal_Vectors_And_Others_Have_Others()
    {
        var (first, again, other) = (new Vector("a", 256).Floats(), new Vector("a", 256).Floats(), new Vector("b", 256).Floats());

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.NotEqual(first.ToJsonString(), other.ToJsonString());
        Assert.Equal(1, first.Sum(number => Math.Pow(number!.GetValue<double>(), 2)), precision: 5);
    }

    [Theory]
    [InlineData("qwen.qwen3-32b-v1:0", """{"messages":[{"role":"user","content":"hello"}]}""", "choices")]
    [InlineData("abcdefghijkl", ToClaude, "stop_sequence")]
    [InlineData("abcdefghijkl", """{"schemaVersion":"messages-v1","messages":[]}""", "stopReason")]
    [InlineData("acme.brand-new-v1:0", """{"whatever":1}""", "results")]
    public void A_Model_That_Is_Not_Known_Answers_In_The_Form_Of_Its_Request(string modelId, string input, string member) =>
        Assert.True(Reply(modelId, input).Output!.ContainsKey(member));

    internal static ModelReply Reply(string modelId, string input, string type = "InvokeModel") =>
        new EchoModels(Job(modelId, type)).Reply(JsonElement.Parse(input));

    private static ModelInvocationJob Job(string modelId, string type) => new()
    {
        JobArn = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl",
        JobName = "job",
        ModelId = modelId,
        RoleArn = "arn:aws:iam::123456789012:role/BatchRole",
        Input = new("s3://in/a.jsonl", null, "123456789012"),
        Output = new("s3://out/", null, "123456789012"),
        ModelInvocationType = type,
        History = [new(JobStatus.Submitted, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))],
    };

    private static string Compact(string json) => json.ReplaceLineEndings("");

    /// <summary>The ids are hashes of the input; that they are stable is the results' own test.</summary>
    private static string WithoutIds(JsonObject body)
    {
        foreach (var (name, value) in body.ToList())
        {
            if (name is "id" or "response_id" or "generation_id")
                body[name] = Regex.Replace(value!.GetValue<string>(), "[0-9a-f]{24,}", "ID");
        }
        return body.ToJsonString();
    }

    private static JsonObject WithoutVectors(JsonObject body)
    {
        foreach (var (name, value) in body.ToList())
            body[name] = WithoutVector(value);
        return body;
    }

    private static JsonNode? WithoutVector(JsonNode? node) => node switch
    {
        JsonArray { Count: > 3 } vector => vector.Count,
        JsonArray several => new JsonArray([.. several.Select(item => WithoutVector(item))]),
        JsonObject types => new JsonObject(types.Select(type => KeyValuePair.Create(type.Key, WithoutVector(type.Value)))),
        _ => node?.DeepClone(),
    };
}
