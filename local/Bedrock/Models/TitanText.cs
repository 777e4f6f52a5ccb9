using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html">Amazon Titan Text</see>.
/// </summary>
internal sealed class TitanText : IEchoModel
{
    public JsonObject Answer(EchoCall call) => new()
    {
        ["inputTextTokenCount"] = call.InputTokens,
        ["results"] = new JsonArray(new JsonObject
        {
            ["tokenCount"] = call.OutputTokens,
            ["outputText"] = call.Text,
            ["completionReason"] = "FINISH",
        }),
    };
}
