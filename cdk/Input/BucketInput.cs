using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Internal;

/// <summary>Records that lie in a bucket already, or will when the stack is deployed.</summary>
internal static class BucketInput
{
    public static BoundInput Of(IBucket bucket, string keyOrPrefix, string? bucketOwner)
    {
        // A token may stand for a file or for a folder.
        if (Tokens.IsIn(keyOrPrefix))
        {
            return Bind(bucket, keyOrPrefix, $"{keyOrPrefix}*", bucketOwner);
        }

        if (keyOrPrefix.EndsWith(".jsonl", StringComparison.Ordinal))
        {
            return Bind(bucket, keyOrPrefix, keyOrPrefix, bucketOwner);
        }

        if (keyOrPrefix.Length == 0 || keyOrPrefix.EndsWith('/'))
        {
            return Bind(bucket, keyOrPrefix, $"{keyOrPrefix}*", bucketOwner);
        }

        // "in/tickets" is a folder; "in/tickets.csv" is a file of a kind that Bedrock does not read.
        var bound = Bind(bucket, $"{keyOrPrefix}/", $"{keyOrPrefix}/*", bucketOwner);
        return keyOrPrefix.LastIndexOf('.') > keyOrPrefix.LastIndexOf('/')
            ? bound with { Problems = [$"Input must be a .jsonl file or a prefix that ends in '/', got \"{keyOrPrefix}\""] }
            : bound;
    }

    private static BoundInput Bind(IBucket bucket, string key, string readableKeys, string? bucketOwner) =>
        new(bucket, key, readableKeys, $"s3://{bucket.BucketName}/{key}", bucketOwner);
}
