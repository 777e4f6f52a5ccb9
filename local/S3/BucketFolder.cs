namespace BatchResource.Local.S3;

/// <summary>
/// Amazon S3 as a folder: a bucket is a folder in it, an object a file, so that input can be put there and results be looked at with
/// any tool. A key that is a prefix of another with a slash after it cannot exist beside it, as a file cannot be a folder.
/// </summary>
/// <param name="root">The folder of the buckets; made when the first bucket is.</param>
public sealed class BucketFolder(string root) : ILocalBuckets
{
    private readonly string root = Path.GetFullPath(root);

    /// <summary>Held while folders are made for a file, or deleted because nothing is left in them.</summary>
    private readonly Lock folders = new();

    /// <summary>Where the buckets are.</summary>
    public string Root => root;

    /// <inheritdoc/>
    public void Create(string bucket) => Directory.CreateDirectory(FolderOf(bucket));

    /// <summary>Whether there is such a bucket.</summary>
    public bool Exists(string bucket) => Directory.Exists(FolderOf(bucket));

    /// <summary>The names of all buckets, in order; files and folders of other names are none.</summary>
    public IReadOnlyList<string> All => !Directory.Exists(root)
        ? []
        : [.. Directory.GetDirectories(root).Select(folder => Path.GetFileName(folder)).Where(IsName).Order(StringComparer.Ordinal)];

    /// <summary>When the bucket was made.</summary>
    public DateTimeOffset CreatedAt(string bucket) => new(Directory.GetCreationTimeUtc(FolderOf(bucket)));

    /// <inheritdoc/>
    public bool IsEmpty(string bucket) => !Exists(bucket) || !Files(bucket).Any();

    /// <inheritdoc/>
    public void Empty(string bucket)
    {
        if (!Exists(bucket))
            return;
        Directory.Delete(FolderOf(bucket), recursive: true);
        Create(bucket);
    }

    /// <inheritdoc/>
    public void Remove(string bucket)
    {
        if (Exists(bucket))
            Directory.Delete(FolderOf(bucket), recursive: true);
    }

    /// <inheritdoc/>
    public void Upload(string bucket, string key, string file)
    {
        using var source = File.OpenRead(file);
        Write(bucket, key, source.CopyTo);
    }

    /// <inheritdoc/>
    public string? FindFile(string bucket, string key) => PathOf(bucket, key) is var path && File.Exists(path) ? path : null;

    /// <summary>The objects whose keys begin with the prefix, in the order of their keys; none when there is no such bucket.</summary>
    public IReadOnlyList<S3Object> List(string bucket, string prefix)
    {
        if (!Exists(bucket))
            return [];
        return
        [
            .. Files(bucket)
                .Select(file => new S3Object(KeyOf(bucket, file.FullName), file.Length) { LastModified = new(file.LastWriteTimeUtc) })
                .Where(found => found.Key.StartsWith(prefix, StringComparison.Ordinal))
                .OrderBy(found => found.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Opens an object for reading, or returns null when there is none.</summary>
    public Stream? OpenRead(string bucket, string key)
    {
        var path = PathOf(bucket, key);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;
    }

    /// <summary>Puts an object into a bucket; it appears whole or not at all.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such bucket.</exception>
    public void Write(string bucket, string key, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (!Exists(bucket))
            throw new DirectoryNotFoundException($"The specified bucket does not exist: {bucket}");
        _ = PathOf(bucket, key);
        var partial = PartialPath();
        try
        {
            using (var file = File.Create(partial))
                write(file);
            Adopt(bucket, key, partial);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>A path beside the buckets for a file that is on its way into one.</summary>
    internal string PartialPath() => Path.Combine(root, $".{Path.GetRandomFileName()}");

    /// <summary>Makes a finished file an object; the file is gone afterwards.</summary>
    /// <exception cref="IOException">Another key stands in the way: a file cannot be a folder.</exception>
    internal void Adopt(string bucket, string key, string file)
    {
        var path = PathOf(bucket, key);
        lock (folders)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(file, path, overwrite: true);
        }
    }

    /// <summary>Deletes an object, and the folders that only it was in; nothing happens when there is none.</summary>
    public void Delete(string bucket, string key)
    {
        var (path, folder) = (PathOf(bucket, key), FolderOf(bucket));
        lock (folders)
        {
            if (File.Exists(path))
                File.Delete(path);
            for (var parent = Path.GetDirectoryName(path)!; parent.Length > folder.Length; parent = Path.GetDirectoryName(parent)!)
            {
                if (!Directory.Exists(parent) || Directory.EnumerateFileSystemEntries(parent).Any())
                    return;
                Directory.Delete(parent);
            }
        }
    }

    /// <summary>The file that stands for an object.</summary>
    /// <exception cref="ArgumentException">The bucket's name or the key cannot be that of a file.</exception>
    public string PathOf(string bucket, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Path.Combine([FolderOf(bucket), .. key.Split('/').Select(segment => Segment(segment, key))]);
    }

    private IEnumerable<FileInfo> Files(string bucket) =>
        new DirectoryInfo(FolderOf(bucket)).EnumerateFiles("*", SearchOption.AllDirectories);

    private string KeyOf(string bucket, string path) =>
        Path.GetRelativePath(FolderOf(bucket), path).Replace(Path.DirectorySeparatorChar, '/');

    private string FolderOf(string bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        return IsName(bucket)
            ? Path.Combine(root, bucket)
            : throw new ArgumentException($"no bucket can have the name \"{bucket}\"", nameof(bucket));
    }

    /// <summary>Whether a bucket can have the name.</summary>
    internal static bool IsName(string bucket) => bucket.Length is >= 3 and <= 63 && char.IsAsciiLetterOrDigit(bucket[0])
        && bucket.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '.');

    /// <summary>No key leads out of its bucket.</summary>
    private static string Segment(string segment, string key) =>
        segment is "" or "." or ".." || segment.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0
            ? throw new ArgumentException($"the key \"{key}\" cannot be the path of a file", nameof(key))
            : segment;
}
