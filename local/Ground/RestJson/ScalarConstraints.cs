using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Ground.RestJson;

/// <summary>The constraints of strings and numbers, and of a list's length, in AWS's words.</summary>
internal static class ScalarConstraints
{
    /// <summary>The constraints that a value breaks.</summary>
    public static IEnumerable<string> Broken(Shape shape, JsonNode value) =>
        value.GetValueKind() == JsonValueKind.Number ? BrokenRange(shape, Number(value)) : BrokenText(shape, value.GetValue<string>());

    /// <summary>The constraints on length that a string or list of that length breaks.</summary>
    public static IEnumerable<string> BrokenLength(Shape shape, int length)
    {
        if (length > shape.Max)
            yield return AtMost("length", shape.Max.Value);
        if (length < shape.Min)
            yield return AtLeast("length", shape.Min.Value);
    }

    /// <summary>Every constraint that strings of the shape must satisfy.</summary>
    public static IEnumerable<string> All(Shape shape)
    {
        if (shape.Max is { } max)
            yield return AtMost("length", max);
        if (shape.Min is { } min)
            yield return AtLeast("length", min);
        if (shape.Pattern is { } pattern)
            yield return Matches(pattern);
    }

    private static IEnumerable<string> BrokenText(Shape shape, string text)
    {
        foreach (var constraint in BrokenLength(shape, text.Length))
            yield return constraint;
        if (shape.Pattern is { } pattern && !Patterns.IsFullMatch(pattern, text))
            yield return Matches(pattern);
        if (shape.Enum is { } values && !values.Contains(text, StringComparer.Ordinal))
            yield return $"Member must satisfy enum value set: [{string.Join(", ", values)}]";
    }

    private static IEnumerable<string> BrokenRange(Shape shape, long number)
    {
        if (number > shape.Max)
            yield return AtMost("value", shape.Max.Value);
        if (number < shape.Min)
            yield return AtLeast("value", shape.Min.Value);
    }

    private static long Number(JsonNode value) => value.AsValue().TryGetValue<int>(out var number) ? number : value.GetValue<long>();

    private static string AtMost(string what, long limit) => $"Member must have {what} less than or equal to {limit}";

    private static string AtLeast(string what, long limit) => $"Member must have {what} greater than or equal to {limit}";

    private static string Matches(string pattern) => $"Member must satisfy regular expression pattern: {pattern}";
}
