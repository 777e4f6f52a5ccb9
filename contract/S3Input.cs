namespace BatchResource.Contract;

/// <summary>The place of the records.</summary>
/// <param name="S3Uri">A JSONL file, or a folder of them.</param>
/// <param name="S3InputFormat"><c>JSONL</c>, or null for the default, which is the same.</param>
/// <param name="S3BucketOwner">The account that owns the bucket, or null for the job's own account.</param>
internal sealed record S3Input(string S3Uri, string? S3InputFormat, string? S3BucketOwner);
