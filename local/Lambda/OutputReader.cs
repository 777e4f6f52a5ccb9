using System.Text;

namespace BatchResource.Local.Lambda;

/// <summary>Reads a process's output line by line. A line without an end is cut into pieces, so that no output fills the memory.</summary>
internal static class OutputReader
{
    /// <summary>The size of CloudWatch's largest log event.</summary>
    public const int MaximumLineLength = 256 * 1024;

    public static async Task ReadLinesAsync(TextReader output, Action<string> receive)
    {
        var line = new StringBuilder();
        var buffer = new char[8192];
        int count;
        while ((count = await output.ReadAsync(buffer)) > 0)
            Split(buffer.AsSpan(0, count), line, receive);
        Flush(line, receive);
    }

    private static void Split(ReadOnlySpan<char> chunk, StringBuilder line, Action<string> receive)
    {
        while (!chunk.IsEmpty)
        {
            var part = chunk[..Math.Min(chunk.Length, MaximumLineLength - line.Length)];
            var end = part.IndexOf('\n');
            line.Append(end < 0 ? part : part[..end]);
            chunk = end < 0 ? chunk[part.Length..] : chunk[(end + 1)..];
            if (end >= 0 || line.Length == MaximumLineLength)
                Flush(line, receive);
        }
    }

    private static void Flush(StringBuilder line, Action<string> receive)
    {
        if (line.Length == 0)
            return;
        var text = line.ToString().TrimEnd('\r');
        line.Clear();
        receive(text);
    }
}
