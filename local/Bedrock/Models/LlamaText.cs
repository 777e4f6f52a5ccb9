using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary><see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html">Meta's Llama</see>.</summary>
internal sealed class LlamaText : IEchoModel
{
    public JsonObject Answer(EchoCall call) => new()
    {
        ["generation"] = call.Text,
        ["prompt_token_count"] = call.InputTokens,
        ["generation_token_count"] = call.OutputTokens,
        ["stop_reason"] = "stop",
    };
}
