using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>What one reading of the properties collects: the problems, and whether a value is not known yet.</summary>
internal sealed class ReaderContext(Func<string, bool>? isUnresolved, bool quotesValues = true)
{
    public List<PropertyProblem> Problems { get; } = [];

    public bool HasUnresolved { get; private set; }

    /// <summary>Whether tags with the provider's own prefix are passed over instead of refused.</summary>
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
