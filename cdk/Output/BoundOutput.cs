using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Internal;

/// <summary>An output in a stack.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">The prefix with its slash; empty for the bucket's root.</param>
/// <param name="S3Uri">The URI for the API.</param>
/// <param name="EncryptionKey">The key that encrypts the results, or null for the bucket's own encryption.</param>
/// <param name="S3BucketOwner">The bucket's account, if it is not the stack's.</param>
internal sealed record BoundOutput(IBucket Bucket, string Prefix, string S3Uri, IKey? EncryptionKey, string? S3BucketOwner)
{
    /// <summary>The problems of the location.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
