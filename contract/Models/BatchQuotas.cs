namespace BatchResource.Contract;

/// <summary>
/// The default quotas of a batch inference job's input, by model: the one table that the construct checks local records by and the local
/// AWS applies. AWS raises the quotas of records on request, so both take others.
/// </summary>
/// <remarks>
/// From <see href="https://docs.aws.amazon.com/general/latest/gr/bedrock.html#limits_bedrock">Amazon Bedrock endpoints and quotas</see>,
/// edition of 2025-06-05, where every model had 50,000 records, files of 1 GB and jobs of 5 GB (Nova Pro: 100 GB). Users have reported
/// larger values since, which no page of AWS confirms here: 100,000 records for Titan Text Embeddings V2 (2026-08-13) and Claude Opus 4.5
/// (2026), and jobs of 100 GB for Nova Lite. So 100,000 is what no model is known to exceed, and 50,000 is what is certain.
/// </remarks>
/// <param name="Models">What the ids of the models begin with; empty for every other model.</param>
/// <param name="CertainRecords">The records that the documentation grants beyond doubt.</param>
/// <param name="MaximumRecords">The most records of a job, and of a file, that are known of any account without a raised quota.</param>
/// <param name="MaximumJobSize">The most bytes of all files together.</param>
/// <param name="IsKnown">Whether the numbers are the model's own; those of others are a good guess.</param>
internal sealed record BatchQuotas(
    string Models, long CertainRecords, long MaximumRecords, long MaximumJobSize, bool IsKnown = true)
{
    private const long Gigabyte = 1L << 30;

    /// <summary>The fewest records of a job, the same for every model of the table.</summary>
    public static readonly long MinimumRecords = Limits.MinimumRecords;

    /// <summary>The most bytes of a file, the same for every model of the table.</summary>
    public static readonly long MaximumFileSize = Gigabyte;

    /// <summary>The first that fits applies.</summary>
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
    /// <param name="foundationModelId">The foundation model's id, or null when it is not known.</param>
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
