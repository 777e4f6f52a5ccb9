using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary><see href="https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html">Amazon Nova</see>.</summary>
internal sealed class NovaMessages : IEchoModel
{
    public JsonObject Answer(EchoCall call) => new()
    {
        ["output"] = new JsonObject
        {
            ["message"] = new JsonObject
            {
                ["content"] = new JsonArray(new JsonObject { ["text"] = call.Text }),
                ["role"] = "assistant",
            },
        },
        ["stopReason"] = "end_turn",
        ["usage"] = new JsonObject
        {
            ["inputTokens"] = call.InputTokens,
            ["outputTokens"] = call.OutputTokens,
            ["totalTokens"] = call.InputTokens + call.OutputTokens,
            ["cacheReadInputTokenCount"] = 0,
            ["cacheWriteInputTokenCount"] = 0,
        },
    };
}
