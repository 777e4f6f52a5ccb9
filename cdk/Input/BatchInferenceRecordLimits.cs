using BatchResource.Contract;

namespace BatchResource.Cdk;

/// <summary>
/// What the records of a local file are held to when the app is synthesized. Bedrock applies the quotas of the account and the model,
/// minutes after the deployment; see
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html">Quotas for Amazon Bedrock</see>, and set them here where
/// they differ.
/// </summary>
public sealed record BatchInferenceRecordLimits
{
    /// <summary>The fewest records of a job. Default: 100.</summary>
    public long MinimumRecords { get; init; } = Limits.MinimumRecords;

    /// <summary>The most records of a job. Default: 100,000, the highest that is usual; many models take 50,000.</summary>
    public long MaximumRecords { get; init; } = 100_000;

    /// <summary>The largest file, in bytes. Default: 1 GiB.</summary>
    public long MaximumFileSize { get; init; } = 1L << 30;
}
