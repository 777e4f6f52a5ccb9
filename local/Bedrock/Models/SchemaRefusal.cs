using System.Text.Json;
using BatchResource.Contract;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>The way of Bedrock itself, which holds the requests of the other families to a JSON schema.</summary>
internal sealed class SchemaRefusal : IRefusal
{
    public string Missing(string place, string name) => Malformed(place, $"required key [{name}] not found");

    public string Wrong(string name, JsonElement value, MemberRule rule) => (rule.Values, rule.Type, value.ValueKind) switch
    {
        ({ } values, _, _) => Malformed(name, $"{value.GetRawText()} is not a valid enum value, expected {string.Join(", ", values)}"),
        (_, MemberType.FilledArray, JsonValueKind.Array) => Malformed(name, "expected minimum item count: 1, found: 0"),
        (_, MemberType.Text, JsonValueKind.String) => Malformed(name, "expected minLength: 1, actual: 0"),
        (_, MemberType.FilledArray, _) => OfType(name, "JSONArray", value),
        (_, MemberType.Number, _) => OfType(name, "Number", value),
        (_, MemberType.Text, _) => OfType(name, "String", value),
        _ => Malformed(name, "expected a value, found: Null"),
    };

    public string Extra(string name) => Malformed("", $"extraneous key [{name}] is not permitted");

    public string NoMessage(int index, JsonElement value) => OfType($"messages/{index}", "JSONObject", value);

    public string NoBlocks(int index, JsonElement value) => OfType($"messages/{index}/content", "JSONArray", value);

    private static string OfType(string place, string wanted, JsonElement value) =>
        Malformed(place, $"expected type: {wanted}, found: {NameOf(value.ValueKind)}");

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "JSONObject",
        JsonValueKind.Array => "JSONArray",
        JsonValueKind.String => "String",
        JsonValueKind.Number => "Number",
        JsonValueKind.Null => "Null",
        _ => "Boolean",
    };

    private static string Malformed(string place, string problem) =>
        $"Malformed input request: #{(place.Length == 0 ? "" : "/" + place)}: {problem}, please reformat your input and try again.";
}
