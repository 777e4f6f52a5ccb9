using System.Text.RegularExpressions;

namespace BatchResource.Local.Iam.Policies;

/// <summary>The condition keys of a request and their values. Keys are compared without regard to case, as IAM does.</summary>
internal sealed partial class ConditionContext
{
    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a context; of keys given twice the first counts.</summary>
    public ConditionContext(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> keys)
    {
        foreach (var (key, value) in keys)
            values.TryAdd(key, value);
    }

    /// <summary>The values of a key, or null when the request has no such key.</summary>
    public IReadOnlyList<string>? this[string key] => values.GetValueOrDefault(key);

    /// <summary>
    /// Puts values in the place of policy variables such as <c>${aws:PrincipalAccount}</c>; null when a variable has none, and so the
    /// text matches nothing.
    /// </summary>
    public string? Expand(string text)
    {
        var isKnown = true;
        var expanded = Variable().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            if (name is "*" or "?" or "$")
                return name;
            if (this[name] is [var value])
                return value;
            isKnown = false;
            return "";
        });
        return isKnown ? expanded : null;
    }

    [GeneratedRegex(@"\$\{(?<name>[^}]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
