namespace BatchResource.Contract;

/// <summary>Where the results go.</summary>
/// <param name="S3Uri">The prefix below which Bedrock makes a folder named for the job.</param>
/// <param name="S3EncryptionKeyId">The KMS key for the results, or null for the bucket's own encryption.</param>
/// <param name="S3BucketOwner">The account that owns the bucket, or null for the job's own.</param>
internal sealed record S3Output(string S3Uri, string? S3EncryptionKeyId, string? S3BucketOwner);
