using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html">Amazon Titan Multimodal
/// Embeddings</see>: one vector for a text, an image or both.
/// </summary>
internal sealed class TitanImageEmbedding : IEchoModel
{
    private const int DefaultDimensions = 1_024;

    public JsonObject Answer(EchoCall call) => new()
    {
        ["embedding"] = new Vector($"{call.TextOf("inputText")}\n{call.TextOf("inputImage")}", Dimensions(call.Input)).Floats(),
        ["inputTextTokenCount"] = call.InputTokens,
    };

    private static int Dimensions(JsonElement input) =>
        input.TryGetProperty("embeddingConfig", out var config) && config.ValueKind == JsonValueKind.Object
        && config.TryGetProperty("outputEmbeddingLength", out var length) && length.ValueKind == JsonValueKind.Number
        && length.TryGetInt32(out var dimensions) && dimensions is > 0 and <= DefaultDimensions
            ? dimensions
            : DefaultDimensions;
}
