using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>Collects the results of one reading of the properties: the problems, and whether a value is not known yet.</summary>
internal sealed class ReaderContext(Func<string, bool>? isUnresolved, bool quotesValues = true)
{
    public List<PropertyProblem> Problems { get; } = [];

    public bool HasUnresolved { get; private set; }

    /// <summary>Whether to skip tags with the provider's own prefix instead of refusing them.</summary>
    public bool SkipsReservedTags { get; init; }

    public bool IsUnresolved(JsonElement value)
    {
        var unresolved = isUnresolved is not null && value.ValueKind == JsonValueKind.String
            && JsonText.Of(value) is { } text && isUnresolved(text);
        HasUnresolved |= unresolved;
        return unresolved;
    }

    public void Report(string path, string allowed, JsonElement received) => Report(path, allowed, JsonText.Shown(received));

    public void Report(string path, string allowed, string? received = null) =>
        Problems.Add(new PropertyProblem(path, allowed, quotesValues ? received : null));
}
