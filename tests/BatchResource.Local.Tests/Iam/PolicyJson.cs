using System.Text.Json.Nodes;

namespace BatchResource.Local.Tests.Iam;

/// <summary>Policy documents of statements that are written as JSON.</summary>
internal static class PolicyJson
{
    public static JsonObject Document(string statements) =>
        JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""")!.AsObject();

    public static Dictionary<string, JsonObject> Inline(string statements) => new() { ["Policy"] = Document(statements) };
}
