namespace BatchResource.Tests.Shared;

/// <summary>The tables of a Markdown document whose first column holds code: names, one a row.</summary>
internal static class MarkdownTables
{
    /// <summary>The rows below a heading and above the next of any level: the text of each by the code in its first cell.</summary>
    public static IReadOnlyDictionary<string, string> Below(string document, string heading)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        var isBelow = false;
        foreach (var line in document.Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                isBelow = line.TrimStart('#').Trim() == heading;
            }
            else if (isBelow && line.StartsWith("| `", StringComparison.Ordinal))
            {
                var end = line.IndexOf('`', 3);
                rows.Add(line[3..end], line[(end + 1)..]);
            }
        }

        return rows;
    }
}
