using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// Mistral AI: a
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html">text completion</see>
/// for a prompt, a
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html">chat completion</see> for
/// messages.
/// </summary>
internal sealed class MistralText : IEchoModel
{
    public JsonObject Answer(EchoCall call) => call.Input.TryGetProperty("messages", out var messages)
        && messages.ValueKind == JsonValueKind.Array
            ? Chat(call)
            : new JsonObject { ["outputs"] = new JsonArray(new JsonObject { ["text"] = call.Text, ["stop_reason"] = "stop" }) };

    private static JsonObject Chat(EchoCall call) => new()
    {
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = call.Text },
            ["stop_reason"] = "stop",
        }),
    };
}
