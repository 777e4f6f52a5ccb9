using BatchResource.Local.S3;

namespace BatchResource.Local.Bedrock;

/// <summary>Where a job's records are.</summary>
/// <param name="S3Uri">A JSONL file, or a folder of them.</param>
/// <param name="S3InputFormat"><c>JSONL</c>, or null when the call did not say.</param>
/// <param name="S3BucketOwner">The account that owns the bucket.</param>
public sealed record JobInput(string S3Uri, string? S3InputFormat, string S3BucketOwner);
