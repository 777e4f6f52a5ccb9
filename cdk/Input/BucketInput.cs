using Amazon.CDK;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Internal;

/// <summary>Records that are in a bucket already, or will be when the stack is deployed.</summary>
internal static class BucketInput
{
    private const string ResultExtension = ".jsonl.out";

    public static BoundInput Of(Stack stack, IBucket bucket, string keyOrPrefix, string? bucketOwner)
    {
        var place = BucketPlace.Of(stack, bucket, bucketOwner, "Input");
        var (key, readable) = KeyOf(keyOrPrefix);
        return new(bucket, key, readable, $"s3://{BucketFacts.Of(bucket).Name}/{key}", place.Owner)
        {
            Problems = [.. place.Problems, .. ProblemsOf(keyOrPrefix)],
        };
    }

    private static (string Key, string Readable) KeyOf(string keyOrPrefix)
    {
        // A token may stand for a file or for a folder.
        if (Tokens.IsIn(keyOrPrefix) || keyOrPrefix.Length == 0 || keyOrPrefix.EndsWith('/'))
        {
            return (keyOrPrefix, $"{keyOrPrefix}*");
        }

        return keyOrPrefix.EndsWith(FileSource.Extension, StringComparison.Ordinal)
            ? (keyOrPrefix, keyOrPrefix)
            : ($"{keyOrPrefix}/", $"{keyOrPrefix}/*");
    }

    // "in/tickets" is a folder; "in/tickets.csv" is a file of a kind that Bedrock does not read.
    private static IEnumerable<string> ProblemsOf(string keyOrPrefix)
    {
        if (keyOrPrefix.EndsWith(ResultExtension, StringComparison.Ordinal))
        {
            yield return $"Input must be a {FileSource.Extension} file or a prefix that ends in '/', got \"{keyOrPrefix}\": that is a file "
                + "of results, which Bedrock does not read as records";
        }
        else if (!Tokens.IsIn(keyOrPrefix) && !keyOrPrefix.EndsWith('/')
            && !keyOrPrefix.EndsWith(FileSource.Extension, StringComparison.Ordinal)
            && keyOrPrefix.LastIndexOf('.') > keyOrPrefix.LastIndexOf('/'))
        {
            yield return $"Input must be a {FileSource.Extension} file or a prefix that ends in '/', got \"{keyOrPrefix}\"";
        }
    }
}
