namespace BatchResource.Local.S3;

/// <summary>What Amazon S3 keeps of an object beside its bytes.</summary>
internal sealed record ObjectMetadata
{
    /// <summary>The entity tag without its quotes: the MD5 of the bytes, or that of the parts' with their number.</summary>
    public required string ETag { get; init; }

    /// <summary>The headers that a GET returns as they were put: Content-Type, x-amz-meta-* and so on.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The checksum of the whole object by its header, such as <c>x-amz-checksum-crc32</c>.</summary>
    public IReadOnlyDictionary<string, string> Checksums { get; init; } = new Dictionary<string, string>();
}
