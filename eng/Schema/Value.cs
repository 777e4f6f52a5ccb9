using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.Schema;

/// <summary>Schemas of values. In place of every value there may be one of CloudFormation's functions.</summary>
internal static class Value
{
    private const string Function = "#/$defs/function";

    private static readonly string[] AnyScalar = ["string", "integer", "number", "boolean"];

    /// <summary>A text; where CloudFormation's text may also be written as another scalar, such as a number, that too.</summary>
    public static JsonObject Text(TextRule rule, string? description = null, bool orScalar = false)
    {
        if (rule.Words.Count > 0)
        {
            return Any(description, new JsonObject { ["enum"] = Names(rule.Words) });
        }

        var text = new JsonObject { ["type"] = orScalar ? Names(AnyScalar) : "string" };
        if (rule.ShortestLength > 0)
        {
            text["minLength"] = rule.ShortestLength;
        }

        if (rule.LongestLength is { } longest)
        {
            text["maxLength"] = longest;
        }

        if (rule.Expression is { } expression)
        {
            text["pattern"] = $"^{expression}$";
        }

        return Any(description, text);
    }

    public static JsonObject AnyText(string description) => Any(description, new JsonObject { ["type"] = "string" });

    /// <summary>Twelve digits, which YAML takes for a number unless they begin with 0.</summary>
    public static JsonObject AccountId(string description)
    {
        var schema = Text(TextRules.AccountId, description);
        schema["anyOf"]!.AsArray().Insert(
            1, new JsonObject { ["type"] = "integer", ["minimum"] = 100_000_000_000, ["maximum"] = 999_999_999_999 });
        return schema;
    }

    /// <summary>True or false, as such or as a text.</summary>
    public static JsonObject Boolean(string description) =>
        Any(description, new JsonObject { ["enum"] = new JsonArray([.. TextRules.Boolean.Words.Select(word => (JsonNode)word), true, false]) });

    /// <summary>A whole number of a range, as such or as a text.</summary>
    public static JsonObject Integer(int smallest, int largest, string description) => Any(
        description,
        new JsonObject { ["type"] = "integer", ["minimum"] = smallest, ["maximum"] = largest },
        new JsonObject { ["type"] = "string", ["pattern"] = $@"^\+?0*({NumberRange.Expression(smallest, largest)})$" });

    public static JsonObject List(JsonObject items, int fewest, int most, string description) => Any(
        description,
        new JsonObject { ["type"] = "array", ["minItems"] = fewest, ["maxItems"] = most, ["items"] = items });

    /// <summary>An object of these members and no others.</summary>
    public static JsonObject Object(string? description, string[] required, params (string Name, JsonObject Schema)[] members) =>
        Any(description, Members(required, members));

    /// <summary>The same where no function may stand.</summary>
    public static JsonObject Members(string[] required, params (string Name, JsonObject Schema)[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))),
        ["required"] = Names(required),
        ["additionalProperties"] = false,
    };

    public static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);

    private static JsonObject Any(string? description, params JsonObject[] forms)
    {
        var schema = new JsonObject();
        if (description is not null)
        {
            schema["description"] = description;
        }

        schema["anyOf"] = new JsonArray([.. forms, new JsonObject { ["$ref"] = Function }]);
        return schema;
    }
}
