using System.Text;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>Reads the lines of a JSONL file, one at a time.</summary>
internal static class JsonLines
{
    /// <summary>Longer lines than this are no records; it keeps a file without line breaks from filling the memory.</summary>
    public const int MaximumLineLength = 32 << 20;

    /// <summary>The lines that are not blank, with their numbers from 1.</summary>
    /// <exception cref="FormatException">A line is too long.</exception>
    public static IEnumerable<(int Number, string Text)> Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var line = new StringBuilder();
        for (var number = 1; ReadLine(reader, line); number++)
        {
            var text = line.ToString();
            if (!string.IsNullOrWhiteSpace(text))
                yield return (number, text);
        }
    }

    private static bool ReadLine(StreamReader reader, StringBuilder line)
    {
        line.Clear();
        int character;
        while ((character = reader.Read()) >= 0)
        {
            if (character == '\n')
                return true;
            line.Append((char)character);
            if (line.Length > MaximumLineLength)
                throw new FormatException($"a line is longer than {MaximumLineLength} characters");
        }
        return line.Length > 0;
    }
}
