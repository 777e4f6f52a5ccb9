using BatchResource.Contract;

namespace BatchResource.Local.Bedrock;

/// <summary>
/// The quotas of a job's input. What is not set is the default of the job's model, by the table that the construct library checks local
/// records by too. See
/// <see href="https://docs.aws.amazon.com/general/latest/gr/bedrock.html">Amazon Bedrock endpoints and quotas</see>.
/// </summary>
public sealed record BatchLimits
{
    /// <summary>The least number of records of a job. Default: 100.</summary>
    public long? MinimumRecords { get; init; }

    /// <summary>The greatest number of records of a job. Default: the model's, 100,000.</summary>
    public long? MaximumRecords { get; init; }

    /// <summary>The greatest size of a file, in bytes. Default: 1 GiB.</summary>
    public long? MaximumFileSize { get; init; }

    /// <summary>The greatest size of all files together, in bytes. Default: the model's, 5 or 100 GiB.</summary>
    public long? MaximumJobSize { get; init; }

    /// <summary>All of them, for jobs of a model.</summary>
    internal (long MinimumRecords, long MaximumRecords, long MaximumFileSize, long MaximumJobSize) For(string modelId)
    {
        var quotas = BatchQuotas.Of(ModelReference.Parse(modelId).FoundationModelId);
        return (
            MinimumRecords ?? BatchQuotas.MinimumRecords,
            MaximumRecords ?? quotas.MaximumRecords,
            MaximumFileSize ?? BatchQuotas.MaximumFileSize,
            MaximumJobSize ?? quotas.MaximumJobSize);
    }
}
