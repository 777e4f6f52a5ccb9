using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html">
/// Anthropic's Messages</see>.
/// </summary>
internal sealed class AnthropicMessages : IEchoModel
{
    public JsonObject Answer(EchoCall call) => new()
    {
        ["model"] = NameOf(call.ModelId),
        ["id"] = $"msg_bdrk_{call.Id(24)}",
        ["type"] = "message",
        ["role"] = "assistant",
        ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = call.Text }),
        ["stop_reason"] = "end_turn",
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = call.InputTokens, ["output_tokens"] = call.OutputTokens },
    };

    /// <summary>What the model calls itself: <c>claude-3-haiku-20240307</c> of <c>anthropic.claude-3-haiku-20240307-v1:0</c>.</summary>
    private static string NameOf(string modelId)
    {
        var name = modelId[(modelId.LastIndexOf('.') + 1)..];
        var version = name.IndexOf("-v", StringComparison.Ordinal);
        return version < 0 ? name : name[..version];
    }
}
