using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>The records of some files, in their order.</summary>
internal class FileSource(string path, IReadOnlyList<string> files) : RecordSource
{
    public const string Extension = ".jsonl";

    public override string Name => path;

    protected IReadOnlyList<string> Files => files;

    public static bool IsJsonl(string path) => path.EndsWith(Extension, StringComparison.Ordinal);

    public override long Count()
    {
        var count = 0L;
        foreach (var file in files)
        {
            using var content = File.OpenRead(file);
            for (var lines = new LineReader(content, Limits.RecordLength); lines.TryRead(out _, out _);)
            {
                count++;
            }
        }

        return count;
    }

    public override void Read(RecordRange range, RecordChecker checker, Stream? copy)
    {
        var before = 0L;
        foreach (var file in files)
        {
            if (range.EndsBefore(before))
            {
                return;
            }

            using var content = File.OpenRead(file);
            before += Read(content, file, before, range, checker, copy);
        }
    }

    /// <summary>Gives the lines of one file to the checker, and returns their number.</summary>
    public static long Read(Stream content, string name, long before, RecordRange range, RecordChecker checker, Stream? copy)
    {
        var lines = new LineReader(content, Limits.RecordLength);
        var count = 0L;
        while (!range.EndsBefore(before + count) && lines.TryRead(out var line, out var isCut))
        {
            if (range.Contains(before + count))
            {
                checker.Check(name, count + 1, line, isCut);
                copy?.Write(line);
                copy?.WriteByte((byte)'\n');
            }

            count++;
        }

        // A file that is uploaded unchanged need not end with a line feed.
        if (copy is null && count > 0 && !lines.IsLineEnded)
        {
            checker.LastLineHasNoEnd();
        }

        return count;
    }
}
