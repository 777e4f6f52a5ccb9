using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Iam.Policies;

/// <summary>
/// Reads policy documents, strictly: what it does not know is an error. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM JSON policy elements</see>.
/// </summary>
public static class PolicyReader
{
    private static readonly string[] Elements =
        ["Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>Checks that the local IAM can evaluate the document.</summary>
    /// <exception cref="PolicyException">It cannot; the message says why.</exception>
    public static void Check(JsonObject document) => Read(document);

    internal static IReadOnlyList<PolicyStatement> Read(JsonObject document) =>
        [.. Items(document["Statement"], "Statement").Select((statement, index) => Statement(statement, index + 1))];

    private static PolicyStatement Statement(JsonNode node, int number)
    {
        if (node is not JsonObject statement)
            throw new PolicyException($"statement {number} must be an object");
        var names = statement.Select(element => element.Key);
        if (names.Except(Elements, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new PolicyException($"the element \"{unknown}\" of statement {number} is not supported by the local IAM");
        if (statement.ContainsKey("Action") == statement.ContainsKey("NotAction"))
            throw new PolicyException($"statement {number} must have either Action or NotAction");
        return new PolicyStatement
        {
            Effect = Effect(statement["Effect"], number),
            Actions = TextsOrNull(statement, "Action"),
            NotActions = TextsOrNull(statement, "NotAction"),
            Resources = TextsOrNull(statement, "Resource"),
            NotResources = TextsOrNull(statement, "NotResource"),
            Services = Principals(statement["Principal"], "Service"),
            Principals = Principals(statement["Principal"], "AWS"),
            Conditions = [.. Conditions(statement["Condition"], number)],
        };
    }

    private static PolicyEffect Effect(JsonNode? node, int number) => (node as JsonValue)?.ToString() switch
    {
        "Allow" => PolicyEffect.Allow,
        "Deny" => PolicyEffect.Deny,
        var other => throw new PolicyException($"the Effect of statement {number} must be Allow or Deny, got \"{other}\""),
    };

    private static IReadOnlyList<string> Principals(JsonNode? principal, string kind) => principal switch
    {
        JsonObject kinds => TextsOrNull(kinds, kind) ?? [],
        JsonValue value => [value.ToString()],
        _ => [],
    };

    private static IEnumerable<PolicyCondition> Conditions(JsonNode? node, int number)
    {
        if (node is null)
            yield break;
        if (node is not JsonObject operators)
            throw new PolicyException($"the Condition of statement {number} must be an object");
        foreach (var (name, keys) in operators)
        {
            var parsed = ConditionOperator.Parse(name);
            foreach (var (key, values) in keys as JsonObject
                ?? throw new PolicyException($"the condition {name} of statement {number} must be an object"))
            {
                yield return new PolicyCondition(parsed, key, Texts(values, key));
            }
        }
    }

    private static IReadOnlyList<string>? TextsOrNull(JsonObject parent, string name) =>
        parent.ContainsKey(name) ? Texts(parent[name], name) : null;

    private static IReadOnlyList<string> Texts(JsonNode? node, string name) => [.. Items(node, name).Select(item => Text(item, name))];

    /// <summary>Values of other types count as their text: <c>true</c> is "true".</summary>
    private static string Text(JsonNode node, string name) => node.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => node.ToJsonString(),
        _ => throw new PolicyException($"{name} must hold strings, got {node.ToJsonString()}"),
    };

    /// <summary>A list of one item may stand without its brackets.</summary>
    private static IEnumerable<JsonNode> Items(JsonNode? node, string name) => node switch
    {
        JsonArray list => list.Select(item => item ?? throw new PolicyException($"{name} must not hold null")),
        null => throw new PolicyException($"{name} is missing"),
        _ => [node],
    };
}
