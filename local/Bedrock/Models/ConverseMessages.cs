using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</see>,
/// whatever the model. In results of a batch the members without a value are there, as nulls.
/// </summary>
internal sealed class ConverseMessages : IEchoModel
{
    /// <summary>The other kinds of a content block.</summary>
    private static readonly string[] OtherBlocks =
    [
        "image", "document", "video", "toolUse", "toolResult", "guardContent", "cachePoint", "reasoningContent", "citationsContent",
    ];

    public JsonObject Answer(EchoCall call) => new()
    {
        ["output"] = new JsonObject
        {
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = new JsonArray(Block(call.Text)) },
        },
        ["stopReason"] = "end_turn",
        ["usage"] = new JsonObject
        {
            ["inputTokens"] = call.InputTokens,
            ["outputTokens"] = call.OutputTokens,
            ["totalTokens"] = call.InputTokens + call.OutputTokens,
            ["cacheReadInputTokens"] = null,
            ["cacheWriteInputTokens"] = null,
        },
        ["metrics"] = new JsonObject { ["latencyMs"] = 1 },
        ["additionalModelResponseFields"] = null,
        ["trace"] = null,
        ["performanceConfig"] = null,
    };

    private static JsonObject Block(string text)
    {
        var block = new JsonObject { ["text"] = text };
        foreach (var kind in OtherBlocks)
            block[kind] = null;
        return block;
    }
}
