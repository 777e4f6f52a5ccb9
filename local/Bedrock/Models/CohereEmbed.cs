using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html">Cohere Embed</see>: a vector for each
/// text, image or input, in the types that the request asks for.
/// </summary>
internal sealed class CohereEmbed : IEchoModel
{
    private const int DefaultDimensions = 1_024;
    private const int DimensionsOfV4 = 1_536;

    public JsonObject Answer(EchoCall call)
    {
        var usual = call.ModelId.Contains("embed-v4", StringComparison.Ordinal) ? DimensionsOfV4 : DefaultDimensions;
        var dimensions = call.NumberOf("output_dimension") is > 0 and <= DimensionsOfV4 and var wanted ? wanted : usual;
        Vector[] vectors = [.. Sources(call).Select(source => new Vector(source, dimensions))];
        var types = call.TextsOf("embedding_types");
        JsonNode embeddings = types.Count == 0 ? Each(vectors, "float") : new JsonObject(
            types.Distinct(StringComparer.Ordinal).Select(type => KeyValuePair.Create(type, (JsonNode?)Each(vectors, type))));
        return new JsonObject
        {
            ["embeddings"] = embeddings,
            ["id"] = call.Id(32),
            ["response_type"] = types.Count == 0 ? "embeddings_floats" : "embeddings_by_type",
            ["texts"] = new JsonArray([.. call.TextsOf("texts").Select(text => (JsonNode)text)]),
        };
    }

    private static IEnumerable<string> Sources(EchoCall call) => call.TextsOf("texts") is { Count: > 0 } texts ? texts
        : call.TextsOf("images") is { Count: > 0 } images ? images
        : call.Input.TryGetProperty("inputs", out var inputs) && inputs.ValueKind == JsonValueKind.Array
            ? inputs.EnumerateArray().Select(input => input.GetRawText())
        : [];

    private static JsonArray Each(Vector[] vectors, string type) =>
        [.. vectors.Select(vector => type == "float" ? vector.Floats() : vector.Bytes())];
}
