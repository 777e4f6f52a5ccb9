using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>What one reading of the properties collects: the problems, and whether a value is not known yet.</summary>
internal sealed class ReaderContext(Func<string, bool>? isUnresolved)
{
    private const int LongestReceived = 200;

    public List<PropertyProblem> Problems { get; } = [];

    public bool HasUnresolved { get; private set; }

    public bool IsUnresolved(JsonElement value)
    {
        var unresolved = isUnresolved is not null && value.ValueKind == JsonValueKind.String && isUnresolved(value.GetString()!);
        HasUnresolved |= unresolved;
        return unresolved;
    }

    public void Report(string path, string allowed, JsonElement received) => Report(path, allowed, Shown(received));

    public void Report(string path, string allowed, string? received = null) =>
        Problems.Add(new PropertyProblem(path, allowed, received));

    private static string Shown(JsonElement value)
    {
        var json = value.GetRawText();
        if (json.Length <= LongestReceived)
        {
            return json;
        }

        var end = char.IsHighSurrogate(json[LongestReceived - 1]) ? LongestReceived - 1 : LongestReceived;
        return $"{json.AsSpan(0, end)}... ({json.Length} characters)";
    }
}
