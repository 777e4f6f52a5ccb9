using System.Text.Json;
using System.Text.RegularExpressions;

namespace BatchResource.Contract.Tests;

/// <summary>The constraints of Bedrock's public service model, as its shapes write them.</summary>
internal static class ServiceModel
{
    private static readonly JsonElement Shapes = Load();

    /// <summary>A shape by its name.</summary>
    public static JsonElement Shape(string name) => Shapes.GetProperty(name);

    /// <summary>A numeric constraint of a shape, such as <c>max</c>.</summary>
    public static int Number(string shape, string constraint) => Shape(shape).GetProperty(constraint).GetInt32();

    /// <summary>Whether a text satisfies every constraint of a string shape: length, pattern, enumeration.</summary>
    public static Func<string, bool> Acceptance(string shape)
    {
        var constraints = Shape(shape);
        var minimum = constraints.TryGetProperty("min", out var min) ? min.GetInt32() : 0;
        var maximum = constraints.TryGetProperty("max", out var max) ? max.GetInt32() : int.MaxValue;
        var pattern = constraints.TryGetProperty("pattern", out var expression) ? WholeMatch(expression.GetString()!) : null;
        var words = constraints.TryGetProperty("enum", out var list)
            ? list.EnumerateArray().Select(word => word.GetString()!).ToArray()
            : null;
        return text => text.Length >= minimum && text.Length <= maximum
            && (pattern is null || pattern.IsMatch(text))
            && (words is null || words.Contains(text, StringComparer.Ordinal));
    }

    // The model's \s means the six white spaces of ASCII, as in the regular expressions of Java; that of .NET means all of Unicode's.
    private static Regex WholeMatch(string pattern) => new(
        $@"\A(?:{pattern.Replace(@"\s", @" \t\n\v\f\r", StringComparison.Ordinal)})\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static JsonElement Load()
    {
        using var stream = typeof(ServiceModel).Assembly.GetManifestResourceStream("bedrock-service-model.json")!;
        return JsonSerializer.Deserialize<JsonElement>(stream).GetProperty("shapes");
    }
}
