namespace BatchResource.Contract;

/// <summary>Where the records are.</summary>
/// <param name="S3Uri">A JSONL file, or a folder of them.</param>
/// <param name="S3InputFormat"><c>JSONL</c>, or null for that default.</param>
/// <param name="S3BucketOwner">The account that owns the bucket, or null for the job's own.</param>
internal sealed record S3Input(string S3Uri, string? S3InputFormat, string? S3BucketOwner);
