using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>Finds the conditions that a condition is built from.</summary>
internal static class ConditionReferences
{
    public static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["Condition"] is JsonValue name => [name.ToString()],
        JsonObject members => members.SelectMany(member => In(member.Value)),
        JsonArray items => items.SelectMany(In),
        _ => [],
    };
}
