namespace BatchResource.Local.S3;

/// <summary>An <c>s3://</c> URI in its two parts.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key or prefix, empty for the whole bucket.</param>
public sealed record S3Uri(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    /// <summary>Reads a URI.</summary>
    /// <exception cref="FormatException">It does not begin with <c>s3://</c> and a bucket.</exception>
    public static S3Uri Parse(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        var parts = uri.StartsWith(Scheme, StringComparison.Ordinal) ? uri[Scheme.Length..].Split('/', 2) : [];
        if (parts.Length == 0 || parts[0].Length == 0)
            throw new FormatException($"must be s3://bucket/key, got \"{uri}\"");
        return new S3Uri(parts[0], parts.Length == 2 ? parts[1] : "");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}{Bucket}/{Key}";
}
