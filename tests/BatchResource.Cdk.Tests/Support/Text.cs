using System.Text.Json.Nodes;

namespace BatchResource.Cdk.Tests.Support;

/// <summary>
/// Writes intrinsic functions as a person would, so that an assertion fits on a line: <c>arn:${AWS::Partition}:s3:::${Bucket}/*</c>.
/// </summary>
internal static class Text
{
    public static string Of(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue value => value.ToString(),
        JsonArray array => $"[{string.Join(", ", array.Select(Of))}]",
        JsonObject map when map.Count == 1 && Intrinsic(map.First().Key, map.First().Value!) is { } text => text,
        JsonObject map => $"{{{string.Join(", ", map.Select(member => $"{member.Key}: {Of(member.Value)}"))}}}",
        _ => throw new ArgumentException("no JSON", nameof(node)),
    };

    /// <summary>The same JSON with the text in place of every intrinsic function.</summary>
    public static JsonNode? Rendered(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(Rendered)]),
        JsonObject map when map.Count == 1 && Intrinsic(map.First().Key, map.First().Value!) is { } text => JsonValue.Create(text),
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Rendered(member.Value)))),
        _ => node?.DeepClone(),
    };

    private static string? Intrinsic(string function, JsonNode argument) => function switch
    {
        "Ref" => $"${{{argument}}}",
        "Fn::GetAtt" => $"${{{argument[0]}.{argument[1]}}}",
        "Fn::Sub" when argument is JsonValue => argument.ToString(),
        "Fn::Join" when argument[1] is JsonArray parts => string.Join(argument[0]!.ToString(), parts.Select(Of)),
        "Fn::ImportValue" => $"${{Import {Of(argument)}}}",
        _ => null,
    };
}
