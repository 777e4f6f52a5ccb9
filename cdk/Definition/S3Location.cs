namespace BatchResource.Cdk.Internal;

/// <summary>Takes an S3 URI apart that is known to be valid.</summary>
internal static class S3Location
{
    private const string Scheme = "s3://";

    public static (string Bucket, string Key) Parse(string s3Uri)
    {
        var location = s3Uri[Scheme.Length..];
        var slash = location.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (location, string.Empty) : (location[..slash], location[(slash + 1)..]);
    }
}
