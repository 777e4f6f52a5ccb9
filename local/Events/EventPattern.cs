using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Events;

/// <summary>
/// What a rule of EventBridge selects, see
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html.
/// </summary>
internal sealed class EventPattern
{
    private static readonly Dictionary<string, Func<JsonNode?, JsonNode, bool>> Operators = new()
    {
        ["prefix"] = (value, argument) => Text(value) is { } text && text.StartsWith(argument.ToString(), StringComparison.Ordinal),
        ["suffix"] = (value, argument) => Text(value) is { } text && text.EndsWith(argument.ToString(), StringComparison.Ordinal),
        ["equals-ignore-case"] = (value, argument) =>
            Text(value) is { } text && text.Equals(argument.ToString(), StringComparison.OrdinalIgnoreCase),
        ["anything-but"] = (value, argument) => value is not null && !Excluded(value, argument),
        ["exists"] = (value, argument) => argument.GetValue<bool>() == value is not null,
        ["numeric"] = Numeric,
    };

    private readonly JsonObject pattern;

    /// <exception cref="FormatException">The pattern is malformed, or uses an operator that is not supported.</exception>
    public EventPattern(JsonObject pattern)
    {
        this.pattern = pattern;
        if (Problem(pattern, "") is { } problem)
            throw new FormatException(problem);
    }

    /// <summary>Whether the rule selects the event.</summary>
    public bool Matches(JsonObject e) => Matches(pattern, e);

    private static bool Matches(JsonObject pattern, JsonNode? e) => pattern.All(member => member.Value switch
    {
        JsonObject nested => Matches(nested, (e as JsonObject)?[member.Key]),
        JsonArray alternatives => MatchesAny(alternatives, (e as JsonObject)?[member.Key]),
        _ => false,
    });

    /// <summary>Of a list in the event, one element is enough.</summary>
    private static bool MatchesAny(JsonArray alternatives, JsonNode? value) => value is JsonArray items
        ? items.Any(item => alternatives.Any(alternative => MatchesOne(alternative, item)))
        : alternatives.Any(alternative => MatchesOne(alternative, value));

    private static bool MatchesOne(JsonNode? alternative, JsonNode? value) => alternative is JsonObject call
        ? Operators[call.First().Key](value, call.First().Value!)
        : JsonNode.DeepEquals(alternative, value);

    private static bool Excluded(JsonNode value, JsonNode argument) => argument switch
    {
        JsonArray list => list.Any(item => JsonNode.DeepEquals(item, value)),
        JsonObject call => Operators[call.First().Key](value, call.First().Value!),
        _ => JsonNode.DeepEquals(argument, value),
    };

    private static bool Numeric(JsonNode? value, JsonNode argument)
    {
        if (value?.GetValueKind() != JsonValueKind.Number || argument is not JsonArray comparisons)
            return false;
        var number = Number(value);
        return comparisons.Chunk(2).All(pair => (pair[0]!.ToString(), Number(pair[1]!)) switch
        {
            ("=", var other) => number == other,
            ("<", var other) => number < other,
            ("<=", var other) => number <= other,
            (">", var other) => number > other,
            (">=", var other) => number >= other,
            _ => false,
        });
    }

    private static decimal Number(JsonNode node) => decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string? Problem(JsonObject pattern, string path)
    {
        foreach (var (name, value) in pattern)
        {
            var place = path.Length == 0 ? name : $"{path}.{name}";
            var problem = value switch
            {
                _ when name.StartsWith('$') => $"Event pattern is not supported: {name} at {place}",
                JsonObject nested => Problem(nested, place),
                JsonArray { Count: > 0 } alternatives => alternatives.OfType<JsonObject>().Select(call => OperatorProblem(call, place))
                    .FirstOrDefault(found => found is not null),
                _ => $"Event pattern is not valid. Reason: \"{name}\" must be an object or an array at {place}",
            };
            if (problem is not null)
                return problem;
        }

        return null;
    }

    private static string? OperatorProblem(JsonObject call, string place)
    {
        if (call.Count != 1 || !Operators.ContainsKey(call.First().Key))
            return $"Event pattern is not supported: {call.ToJsonString()} at {place}";
        var (name, argument) = call.First();
        return (name, argument) switch
        {
            ("anything-but", JsonObject nested) => OperatorProblem(nested, place),
            ("exists", not JsonValue) or ("numeric", not JsonArray) => $"Event pattern is not valid: {call.ToJsonString()} at {place}",
            (_, null) => $"Event pattern is not valid: {call.ToJsonString()} at {place}",
            _ => null,
        };
    }
}
