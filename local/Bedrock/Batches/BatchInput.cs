using BatchResource.Local.S3;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>The files of a job's input: the one that the URI names, or every JSONL file below it.</summary>
internal sealed class BatchInput
{
    private const string Extension = ".jsonl";

    private readonly BucketFolder buckets;
    private readonly S3Uri location;

    public BatchInput(BucketFolder buckets, S3Uri location)
    {
        (this.buckets, this.location) = (buckets, location);
        Files = [.. buckets.List(location.Bucket, location.Key).Where(IsInput)];
    }

    public IReadOnlyList<S3Object> Files { get; }

    /// <summary>Whether the URI names a folder.</summary>
    public bool IsFolder => !location.Key.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>Whether a place is in the folder.</summary>
    public bool Holds(S3Uri place) =>
        IsFolder && place.Bucket == location.Bucket && place.Key.StartsWith(Folder(), StringComparison.Ordinal);

    /// <summary>The name that a file's results are known by: its path below the folder, or its own name.</summary>
    public string NameOf(S3Object file)
    {
        var folder = IsFolder ? Folder() : location.Key[..(location.Key.LastIndexOf('/') + 1)];
        return file.Key[folder.Length..];
    }

    /// <summary>The records of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="first">The number of its first record among all records of the job.</param>
    /// <exception cref="FormatException">A line is no record; the message names it.</exception>
    public IEnumerable<BatchRecord> Records(S3Object file, long first)
    {
        using var stream = buckets.OpenRead(location.Bucket, file.Key)
            ?? throw new FormatException($"s3://{location.Bucket}/{file.Key} is gone");
        var (record, line) = (first, 0);
        foreach (var (text, problem) in JsonLines.Read(stream))
        {
            line++;
            yield return problem is null ? Parse(file, line, text, record++) : throw Malformed(file, line, problem);
        }
    }

    private BatchRecord Parse(S3Object file, int line, byte[] text, long number)
    {
        try
        {
            return BatchRecord.Parse(text, number);
        }
        catch (FormatException e)
        {
            throw Malformed(file, line, e.Message, e);
        }
    }

    private FormatException Malformed(S3Object file, int line, string problem, FormatException? inner = null) =>
        new($"Malformed record in line {line} of s3://{location.Bucket}/{file.Key}: {problem}", inner);

    private bool IsInput(S3Object found) => IsFolder
        ? found.Key.EndsWith(Extension, StringComparison.Ordinal) && found.Key.StartsWith(Folder(), StringComparison.Ordinal)
        : found.Key == location.Key;

    private string Folder() => location.Key.Length == 0 || location.Key.EndsWith('/') ? location.Key : location.Key + "/";
}
