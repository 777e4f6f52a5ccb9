using System.Globalization;

namespace BatchResource.Local.Ground.Wire;

/// <summary>
/// The parameters of a request in AWS's Query protocol: lists are numbered from one, <c>Parameters.member.1.ParameterKey</c>.
/// </summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Reads a form, the body of a POST or the query of a GET; of a name given twice the first value counts.</summary>
    public QueryParameters(string form)
    {
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            values.TryAdd(Decode(parts[0]), parts.Length > 1 ? Decode(parts[1]) : "");
        }
    }

    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Whether the parameter is <c>true</c>; false when it is absent.</summary>
    public bool Flag(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The items of a list of texts.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. Numbered().Select(number => this[$"{name}.member.{number}"]).TakeWhile(value => value is not null).Select(value => value!)];

    /// <summary>The items of a list of structures, each with its own members.</summary>
    public IReadOnlyList<QueryParameters> Structures(string name) =>
        [.. Numbered().Select(number => Under($"{name}.member.{number}.")).TakeWhile(item => item.values.Count > 0)];

    /// <summary>Whether a list is there, be it empty: the Query protocol sends an empty list as a parameter without a value.</summary>
    public bool Has(string name) => values.Keys.Any(key => key == name || key.StartsWith($"{name}.", StringComparison.Ordinal));

    private QueryParameters Under(string prefix)
    {
        var part = new QueryParameters("");
        foreach (var (key, value) in values.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)))
            part.values[key[prefix.Length..]] = value;
        return part;
    }

    private static IEnumerable<string> Numbered() =>
        Enumerable.Range(1, int.MaxValue - 1).Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
