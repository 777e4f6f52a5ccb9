namespace BatchResource.Contract;

/// <summary>
/// The default quotas of a batch inference job's input, by model. The construct checks local records with this table, and the local AWS
/// applies it. AWS raises the quotas of records on request, so both accept other values.
/// </summary>
/// <remarks>
/// From <see href="https://docs.aws.amazon.com/general/latest/gr/bedrock.html#limits_bedrock">Amazon Bedrock endpoints and quotas</see>,
/// edition of 2025-06-05. There every model has 50,000 records, files of 1 GB and jobs of 5 GB (Nova Pro: 100 GB). Users have reported
/// larger values since. No page of AWS confirms them here. They are 100,000 records for Titan Text Embeddings V2 (2026-08-13) and Claude
/// Opus 4.5 (2026), and jobs of 100 GB for Nova Lite. So 50,000 is certain, and no model is known to allow more than 100,000.
/// </remarks>
/// <param name="Models">The beginning of the models' ids. Empty for every other model.</param>
/// <param name="CertainRecords">The number of records that the documentation certainly grants.</param>
/// <param name="MaximumRecords">The largest known number of records in a job and in a file, for an account without a raised quota.</param>
/// <param name="MaximumJobSize">The most bytes in all files together.</param>
/// <param name="IsKnown">Whether the numbers are the model's own. For other models they are a good guess.</param>
internal sealed record BatchQuotas(
    string Models, long CertainRecords, long MaximumRecords, long MaximumJobSize, bool IsKnown = true)
{
    private const long Gigabyte = 1L << 30;

    /// <summary>The fewest records of a job, the same for every model of the table.</summary>
    public static readonly long MinimumRecords = Limits.MinimumRecords;

    /// <summary>The most bytes of a file, the same for every model of the table.</summary>
    public static readonly long MaximumFileSize = Gigabyte;

    /// <summary>The first row that fits applies.</summary>
    public static readonly IReadOnlyList<BatchQuotas> Table =
    [
        new("amazon.nova-pro", 50_000, 100_000, 100 * Gigabyte),
        new("amazon.nova-lite", 50_000, 100_000, 100 * Gigabyte),
        new("amazon.nova-", 50_000, 100_000, 5 * Gigabyte),
        new("amazon.titan-embed-text-v2", 100_000, 100_000, 5 * Gigabyte),
        new("amazon.titan-", 50_000, 100_000, 5 * Gigabyte),
        new("anthropic.claude-opus-4-5", 100_000, 100_000, 5 * Gigabyte),
        new("anthropic.claude-", 50_000, 100_000, 5 * Gigabyte),
        new("meta.llama", 50_000, 100_000, 5 * Gigabyte),
        new("mistral.", 50_000, 100_000, 5 * Gigabyte),
        new("openai.gpt-oss-", 50_000, 100_000, 5 * Gigabyte),
        Others,
    ];

    private static BatchQuotas Others => new(string.Empty, 50_000, 100_000, 5 * Gigabyte, IsKnown: false);

    /// <summary>The quotas of a model.</summary>
    /// <param name="foundationModelId">The foundation model's id, or null if it is not known.</param>
    public static BatchQuotas Of(string? foundationModelId)
    {
        foreach (var quotas in Table)
        {
            if (foundationModelId?.StartsWith(quotas.Models, StringComparison.Ordinal) == true)
            {
                return quotas;
            }
        }

        return Others;
    }
}
