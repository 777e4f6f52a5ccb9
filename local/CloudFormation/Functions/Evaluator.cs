using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Replaces the functions in a part of a template by their values.</summary>
internal sealed class Evaluator(IValues values)
{
    public IValues Values { get; } = values;

    /// <summary>The node with every function evaluated; null when nothing is left of it.</summary>
    public JsonNode? Evaluate(JsonNode? node)
    {
        var value = Call(node);
        return value is JsonValue scalar && scalar.TryGetValue<string>(out var text)
            ? DynamicReferences.Resolve(text, Values.StoredParameter)
            : value;
    }

    /// <summary>The members of an object that is no call itself.</summary>
    public JsonObject Members(JsonObject members)
    {
        var result = new JsonObject();
        foreach (var (name, member) in members)
        {
            if (Evaluate(member) is { } value)
                result[name] = value;
        }

        return result;
    }

    /// <summary>A value that must be a single one, as text.</summary>
    /// <param name="node">What to evaluate.</param>
    /// <param name="place">The function it is an argument of, for the error.</param>
    public string Text(JsonNode? node, string place) =>
        Evaluate(node) is JsonValue value
            ? ScalarText(value)
            : throw new FunctionException($"Template error: every {place} object must have string-valued arguments");

    /// <summary>A value that must be a list.</summary>
    public JsonArray List(JsonNode? node, string place) =>
        Evaluate(node) as JsonArray ?? throw new FunctionException($"Template error: {place} requires a list");

    /// <summary>Whether a condition function, or a reference to a condition, holds.</summary>
    public bool Condition(JsonNode? node)
    {
        if (node is JsonObject { Count: 1 } reference && reference["Condition"] is JsonValue name)
            return Values.Condition(name.ToString());
        return Evaluate(node) is JsonValue value && value.GetValueKind() is (JsonValueKind.True or JsonValueKind.False)
            ? value.GetValue<bool>()
            : throw new FunctionException("Template error: a condition must be a condition function");
    }

    /// <summary>A scalar as CloudFormation writes it: strings as they are, numbers and truth values as in JSON.</summary>
    public static string ScalarText(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private JsonNode? Call(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject call when IntrinsicFunctions.IsCall(call):
                var (name, argument) = call.First();
                var function = IntrinsicFunctions.Find(name) ?? throw new FunctionException($"Template error: {name} is not supported");
                return function.Evaluate(argument, this);
            case JsonObject members:
                return Members(members);
            case JsonArray items:
                return new JsonArray([.. items.Select(Evaluate).Where(item => item is not null)]);
            default:
                return node?.DeepClone();
        }
    }
}
