using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Properties as providers get them: every scalar a string, at any depth, the structure kept.</summary>
internal static class Stringified
{
    public static JsonObject Object(JsonObject properties) =>
        new(properties.Select(member => KeyValuePair.Create(member.Key, Node(member.Value))));

    private static JsonNode? Node(JsonNode? node) => node switch
    {
        JsonObject members => Object(members),
        JsonArray items => new JsonArray([.. items.Select(Node)]),
        JsonValue value => JsonValue.Create(Evaluator.ScalarText(value)),
        _ => null,
    };
}
