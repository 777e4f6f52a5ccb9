using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Splits an S3 URI into bucket and key.</summary>
internal static class S3Location
{
    private const string Scheme = "s3://";

    /// <summary>The bucket and the key of a URI that is known to be valid.</summary>
    public static (string Bucket, string Key) Parse(string s3Uri)
    {
        var location = s3Uri[Scheme.Length..];
        var slash = location.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (location, string.Empty) : (location[..slash], location[(slash + 1)..]);
    }

    /// <summary>The same for a URI that may be invalid. Its characters are validated later, with everything else.</summary>
    /// <exception cref="ArgumentException">The URI has no bucket.</exception>
    public static (string Bucket, string Key) ParseOrThrow(Construct scope, string property, string s3Uri) =>
        s3Uri.StartsWith(Scheme, StringComparison.Ordinal) && Parse(s3Uri) is { Bucket.Length: > 0 } location
            ? location
            : throw new ArgumentException(
                $"{scope.Node.Path}: {property} must be s3://bucket or s3://bucket/key, got \"{s3Uri}\""
                + (Tokens.IsIn(s3Uri) ? ", whose bucket is known only at deployment: use FromBucket or ToBucket" : string.Empty),
                nameof(s3Uri));
}
