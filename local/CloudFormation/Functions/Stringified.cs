using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Properties as providers get them: every scalar a string, at any depth, the structure kept.</summary>
internal static class Stringified
{
    public static JsonObject Object(JsonObject properties) =>
        new(properties.Select(member => KeyValuePair.Create(member.Key, Node(member.Value))));

    /// <summary>Whether a provider would see the same: 1 and "1" are no change.</summary>
    public static bool AreEqual(JsonObject one, JsonObject other) => JsonNode.DeepEquals(Object(one), Object(other));

    private static JsonNode? Node(JsonNode? node) => node switch
    {
        JsonObject members => Object(members),
        JsonArray items => new JsonArray([.. items.Select(Node)]),
        JsonValue value => JsonValue.Create(Evaluator.ScalarText(value)),
        _ => null,
    };
}
