namespace BatchResource.Contract;

/// <summary>The place of the results.</summary>
/// <param name="S3Uri">The prefix. Bedrock makes a folder below it and names it after the job's id.</param>
/// <param name="S3EncryptionKeyId">The KMS key for the results, or null for the bucket's own encryption.</param>
/// <param name="S3BucketOwner">The account that owns the bucket, or null for the job's own account.</param>
internal sealed record S3Output(string S3Uri, string? S3EncryptionKeyId, string? S3BucketOwner);
