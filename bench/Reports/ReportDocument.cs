namespace BatchResource.Bench.Reports;

/// <summary>
/// A document in which each section of figures stands between <c>&lt;!-- measured: NAME --&gt;</c> and <c>&lt;!-- end of NAME --&gt;</c>;
/// the words around them are written by hand.
/// </summary>
internal sealed class ReportDocument(string path)
{
    /// <summary>Puts new figures into the section.</summary>
    /// <exception cref="InvalidDataException">The document has no such section.</exception>
    public void Replace(string section, string content)
    {
        var (open, close) = ($"<!-- measured: {section} -->", $"<!-- end of {section} -->");
        var text = File.ReadAllText(path);
        var start = text.IndexOf(open, StringComparison.Ordinal);
        var end = text.IndexOf(close, StringComparison.Ordinal);
        if (start < 0 || end < start)
            throw new InvalidDataException($"{path} has no section between {open} and {close}");
        File.WriteAllText(path, $"{text[..(start + open.Length)]}\n{content.Trim('\n')}\n{text[end..]}");
    }
}
