using System.Globalization;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// The records of a folder's <c>.jsonl</c> files, at any depth, in the order of their names. Hidden files and folders are not records:
/// tools make them (<c>.ipynb_checkpoints</c>).
/// </summary>
internal sealed class FolderSource : FileSource
{
    private const int Listed = 3;

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
    };

    private readonly string[] leftOut;

    private FolderSource(string folder, string[] files, string[] leftOut)
        : base(folder, files) => this.leftOut = leftOut;

    public override string? Absence => Files.Count == 0
        ? $"Input must have {Extension} files, but {Name} has none{(leftOut.Length > 0 ? $" ({Text()} left out)" : string.Empty)}"
        : null;

    public override IEnumerable<string> LeftOut => leftOut.Length == 0
        ? []
        : [$"{Text()} left out of Input ({Name}), which uses only {Extension} files that are not hidden; "
            + "if the job needs other files, such as media, put them all into a folder in a bucket and use "
            + $"{nameof(BatchInferenceInput)}.{nameof(BatchInferenceInput.FromBucket)}"];

    public static FolderSource Of(string folder)
    {
        // The same order on every system, because the order is part of the content.
        var files = Directory.GetFiles(folder, "*", Everything);
        Array.Sort([.. files.Select(file => Relative(folder, file))], files, StringComparer.Ordinal);
        var isRecords = files.ToLookup(file => IsJsonl(file) && !IsHidden(folder, file));
        return new FolderSource(
            folder,
            [.. isRecords[true]],
            [.. isRecords[false].Where(file => IsJsonl(file) || !IsHidden(folder, file)).Select(file => Relative(folder, file))]);
    }

    private string Text()
    {
        var unlisted = leftOut.Length - Listed;
        var more = unlisted > 0 ? $" and {unlisted.ToString("N0", CultureInfo.InvariantCulture)} more" : string.Empty;
        return $"{string.Join(", ", leftOut.Take(Listed))}{more} {(leftOut.Length == 1 ? "is" : "are")}";
    }

    // The name decides everywhere. The attribute decides too, where there is one.
    private static bool IsHidden(string folder, string file)
    {
        var relative = Relative(folder, file);
        return relative.StartsWith('.') || relative.Contains("/.", StringComparison.Ordinal)
            || File.GetAttributes(file).HasFlag(FileAttributes.Hidden);
    }

    private static string Relative(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}
