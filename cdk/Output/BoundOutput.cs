using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Internal;

/// <summary>An output in a stack.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">The prefix with its slash; empty for the bucket's root.</param>
/// <param name="S3Uri">What the API is given.</param>
/// <param name="EncryptionKey">The key that encrypts the results, if not the bucket's own.</param>
/// <param name="S3BucketOwner">The bucket's account, when it is not the stack's.</param>
internal sealed record BoundOutput(IBucket Bucket, string Prefix, string S3Uri, IKey? EncryptionKey, string? S3BucketOwner)
{
    /// <summary>What is wrong with the location.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
