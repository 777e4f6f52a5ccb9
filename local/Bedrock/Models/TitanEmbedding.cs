using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// The first version of
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html">Amazon Titan Text
/// Embeddings</see>, which has 1,536 dimensions.
/// </summary>
internal sealed class TitanEmbedding : IEchoModel
{
    private const int Dimensions = 1_536;

    public JsonObject Answer(EchoCall call) => new()
    {
        ["embedding"] = new Vector(call.Prompt, Dimensions).Floats(),
        ["inputTextTokenCount"] = call.InputTokens,
    };
}
