namespace BatchResource.Local.S3;

/// <summary>An object in a bucket.</summary>
/// <param name="Key">The key.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record S3Object(string Key, long Size)
{
    /// <summary>When its file was last written, by the machine's time.</summary>
    public DateTimeOffset LastModified { get; init; }
}
