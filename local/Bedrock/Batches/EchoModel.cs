using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>
/// Answers every prompt with itself, always in the same way, in the form in which the model's family answers. What a model would
/// refuse for lack of a member is an error.
/// </summary>
internal static class EchoModel
{
    private const int CharactersPerToken = 4;

    public static ModelReply Reply(ModelInvocationJob job, JsonObject input)
    {
        if (job.ModelInvocationType == "Converse")
            return Converse(input);
        if (job.ModelId.Contains("anthropic.", StringComparison.Ordinal) || input.ContainsKey("anthropic_version"))
            return Anthropic(job, input);
        return job.ModelId.Contains("amazon.nova", StringComparison.Ordinal) ? Nova(input) : Generic(input);
    }

    private static ModelReply Anthropic(ModelInvocationJob job, JsonObject input)
    {
        foreach (var required in (string[])["anthropic_version", "max_tokens", "messages"])
        {
            if (input[required] is null)
                return ModelReply.Refuse($"{required}: Field required");
        }
        return Answer(input, (text, inputTokens, outputTokens) => new JsonObject
        {
            ["model"] = ModelName(job.ModelId),
            ["id"] = $"msg_bdrk_{Hash(input)}",
            ["type"] = "message",
            ["role"] = "assistant",
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
            ["stop_reason"] = "end_turn",
            ["stop_sequence"] = null,
            ["usage"] = new JsonObject { ["input_tokens"] = inputTokens, ["output_tokens"] = outputTokens },
        });
    }

    private static ModelReply Nova(JsonObject input) => MissingMessages(input) ?? Answer(input, Message);

    private static ModelReply Converse(JsonObject input) => MissingMessages(input) ?? Answer(input, (text, inputTokens, outputTokens) =>
    {
        var output = Message(text, inputTokens, outputTokens);
        output["metrics"] = new JsonObject { ["latencyMs"] = 1 };
        return output;
    });

    private static ModelReply Generic(JsonObject input) => Answer(input, (text, inputTokens, outputTokens) => new JsonObject
    {
        ["inputTextTokenCount"] = inputTokens,
        ["results"] = new JsonArray(new JsonObject
        {
            ["tokenCount"] = outputTokens,
            ["outputText"] = text,
            ["completionReason"] = "FINISH",
        }),
    });

    private static ModelReply? MissingMessages(JsonObject input) => input["messages"] is JsonArray { Count: > 0 }
        ? null
        : ModelReply.Refuse("Malformed input request: #: required key [messages] not found, please reformat your input and try again.");

    private static JsonObject Message(string text, int inputTokens, int outputTokens) => new()
    {
        ["output"] = new JsonObject
        {
            ["message"] = new JsonObject
            {
                ["content"] = new JsonArray(new JsonObject { ["text"] = text }),
                ["role"] = "assistant",
            },
        },
        ["stopReason"] = "end_turn",
        ["usage"] = new JsonObject
        {
            ["inputTokens"] = inputTokens,
            ["outputTokens"] = outputTokens,
            ["totalTokens"] = inputTokens + outputTokens,
        },
    };

    private static ModelReply Answer(JsonObject input, Func<string, int, int, JsonObject> output)
    {
        var prompt = Prompt.Of(input);
        var text = $"Echo: {prompt}";
        var (inputTokens, outputTokens) = (Tokens(prompt), Tokens(text));
        return new ModelReply(output(text, inputTokens, outputTokens), Error: null, inputTokens, outputTokens);
    }

    private static int Tokens(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;

    private static string Hash(JsonObject input) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(input.ToJsonString())))[..24];

    /// <summary>What the model calls itself: <c>claude-3-haiku-20240307</c> of <c>anthropic.claude-3-haiku-20240307-v1:0</c>.</summary>
    private static string ModelName(string modelArn)
    {
        var id = modelArn[(modelArn.LastIndexOf('/') + 1)..];
        var name = id[(id.LastIndexOf('.') + 1)..];
        var version = name.IndexOf("-v", StringComparison.Ordinal);
        return version < 0 ? name : name[..version];
    }
}
