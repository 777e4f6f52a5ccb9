using BatchResource.Local.S3;

namespace BatchResource.Local.Bedrock;

/// <summary>Where a job's results go.</summary>
/// <param name="S3Uri">The prefix below which a folder named for the job's id appears.</param>
/// <param name="S3EncryptionKeyId">The KMS key, or null for the bucket's default.</param>
/// <param name="S3BucketOwner">The account that owns the bucket.</param>
public sealed record JobOutput(string S3Uri, string? S3EncryptionKeyId, string S3BucketOwner);
