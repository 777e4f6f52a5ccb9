using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// The second version of
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html">Amazon Titan Text
/// Embeddings</see>: as many dimensions, and in the types, that the request asks for.
/// </summary>
internal sealed class TitanEmbeddingV2 : IEchoModel
{
    private const string Float = "float";
    private const string Binary = "binary";
    private const int DefaultDimensions = 1_024;

    public JsonObject Answer(EchoCall call)
    {
        var vector = new Vector(call.Prompt, call.NumberOf("dimensions") ?? DefaultDimensions);
        var types = call.TextsOf("embeddingTypes") is { Count: > 0 } given ? given : [Float];
        var byType = new JsonObject();
        if (types.Contains(Float))
            byType[Float] = vector.Floats();
        if (types.Contains(Binary))
            byType[Binary] = vector.Bits();

        var answer = new JsonObject();
        if (types.Contains(Float))
            answer["embedding"] = vector.Floats();
        answer["inputTextTokenCount"] = call.InputTokens;
        answer["embeddingsByType"] = byType;
        return answer;
    }
}
