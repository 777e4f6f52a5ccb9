namespace BatchResource.Cdk;

/// <summary>What a record may say besides its messages. What is not set is left to the model.</summary>
public sealed record BatchRecordOptions
{
    /// <summary>The id that the result repeats, unique in the job. Default: Bedrock makes one.</summary>
    public string? RecordId { get; init; }

    /// <summary>The system prompt: what the model is to be, and how it is to answer.</summary>
    public string? System { get; init; }

    /// <summary>How random the answer is, from 0 to 1. Later models of Claude take either this or <see cref="TopP"/>.</summary>
    public double? Temperature { get; init; }

    /// <summary>The share of likely words that the model chooses from, from 0 to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>Texts that end the answer.</summary>
    public IReadOnlyList<string>? StopSequences { get; init; }
}
