using BatchResource.Contract;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>Reads the lines of a JSONL file, one at a time, and as strictly as the construct does.</summary>
internal static class JsonLines
{
    /// <summary>The lines, which number from 1, and the reason why one is no text in UTF-8.</summary>
    public static IEnumerable<(byte[] Line, string? Problem)> Read(Stream stream)
    {
        var reader = new LineReader(stream, Limits.RecordLength);
        while (TryRead(reader, out var line, out var problem))
            yield return (line, problem);
    }

    private static bool TryRead(LineReader reader, out byte[] line, out string? problem)
    {
        (line, problem) = ([], null);
        if (!reader.TryRead(out var found, out var isCut))
            return false;
        problem = isCut ? $"a record must have at most {Limits.RecordLength} bytes" : ProblemOf(found);
        line = problem is null ? found.ToArray() : line;
        return true;
    }

    private static string? ProblemOf(ReadOnlySpan<byte> line) => LineForms.Of(line) switch
    {
        LineForm.ByteOrderMark => "the file must be UTF-8 without a byte order mark",
        LineForm.Utf16 => "the file must be UTF-8, got UTF-16",
        LineForm.NotUtf8 => "the line must be UTF-8",
        LineForm.Blank => "a line must not be blank",
        _ => null,
    };
}
