namespace BatchResource.Local.Bedrock;

/// <summary>
/// The quotas of a job's input. See
/// <see href="https://docs.aws.amazon.com/general/latest/gr/bedrock.html">Amazon Bedrock endpoints and quotas</see>; they differ by model.
/// </summary>
public sealed record BatchLimits
{
    /// <summary>The least number of records of a job.</summary>
    public long MinimumRecords { get; init; } = 100;

    /// <summary>The greatest number of records of a job.</summary>
    public long MaximumRecords { get; init; } = 50_000;

    /// <summary>The greatest size of a file, in bytes.</summary>
    public long MaximumFileSize { get; init; } = 1L << 30;

    /// <summary>The greatest size of all files together, in bytes.</summary>
    public long MaximumJobSize { get; init; } = 5L << 30;
}
