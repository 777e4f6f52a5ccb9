using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace BatchResource.Local.Ground.RestJson;

/// <summary>The service model's patterns, which a whole value must match, in time linear to its length.</summary>
internal static class Patterns
{
    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

    public static bool IsFullMatch(string pattern, string value) => Compiled.GetOrAdd(pattern, Compile).IsMatch(value);

    private static Regex Compile(string pattern) =>
        new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
