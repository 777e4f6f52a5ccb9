namespace BatchResource.Cdk;

/// <summary>Further settings of a record. For a setting that you leave out, the model's default applies.</summary>
public sealed record BatchRecordOptions
{
    /// <summary>The id that the result repeats. It must be unique in the job. Default: Bedrock generates one.</summary>
    public string? RecordId { get; init; }

    /// <summary>The system prompt: it tells the model its role, and how to answer.</summary>
    public string? System { get; init; }

    /// <summary>How random the answer is, from 0 to 1. Later Claude models allow either this or <see cref="TopP"/>, not both.</summary>
    public double? Temperature { get; init; }

    /// <summary>The share of likely words that the model chooses from, from 0 to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>Texts at which the model ends its answer.</summary>
    public IReadOnlyList<string>? StopSequences { get; init; }
}
