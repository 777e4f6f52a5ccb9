using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Front.Logs;

/// <summary>
/// A filter pattern for text: terms that must all be there, <c>-term</c> for one that must not, <c>?term</c> for one of several. See
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">the syntax</see>.
/// </summary>
internal sealed class FilterPattern
{
    private readonly List<string> all = [];
    private readonly List<string> none = [];
    private readonly List<string> any = [];

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="ServiceException">It is one for JSON or for columns.</exception>
    public static FilterPattern Parse(string text)
    {
        if (text.TrimStart().StartsWith('{') || text.TrimStart().StartsWith('[') || text.Contains('%'))
        {
            throw JsonCall.Error(
                "InvalidParameterException", $"The local AWS filters log events by terms only, such as \"term\" -other, got {text}");
        }

        var pattern = new FilterPattern();
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            var list = rest[0] switch { '-' => pattern.none, '?' => pattern.any, _ => pattern.all };
            if (list != pattern.all)
                rest = rest[1..];
            var end = rest.StartsWith('"') ? rest.IndexOf('"', 1) : rest.IndexOf(' ', StringComparison.Ordinal);
            var term = end < 0 ? rest : rest[..end];
            list.Add(term.Trim('"'));
            rest = end < 0 ? "" : rest[(end + 1)..].Trim();
        }
        return pattern;
    }

    /// <summary>Whether a line is selected.</summary>
    public bool Matches(string line)
    {
        return all.All(IsThere) && !none.Any(IsThere) && (any.Count == 0 || any.Any(IsThere));

        bool IsThere(string term) => line.Contains(term, StringComparison.Ordinal);
    }
}
