namespace BatchResource.Provider.Jobs;

/// <summary>A job as Bedrock reports it, as far as the provider has use for it.</summary>
internal sealed record Job
{
    public required JobArn Arn { get; init; }

    public required string Name { get; init; }

    public required JobStatus Status { get; init; }

    /// <summary>Bedrock's message, for a failed job the reason.</summary>
    public string? Message { get; init; }

    /// <summary>The token of the call that created it; items of a list have none.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>The model, normalised by Bedrock.</summary>
    public required string ModelId { get; init; }

    public DateTimeOffset? SubmitTime { get; init; }

    /// <summary>
    /// When the job ended, or was last touched where Bedrock does not tell (a stopped job has no end time); null when neither is known.
    /// </summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many records there are, and what became of them; null where Bedrock does not tell, as in a list.</summary>
    public RecordCounts? Records { get; init; }

    /// <summary>The prefix that was asked for, without the job's own folder.</summary>
    public required string OutputS3Uri { get; init; }

    /// <summary>Where this job's results land: <c>PREFIX/JOBID/</c>.</summary>
    public string ResultsS3Uri => $"{OutputS3Uri.TrimEnd('/')}/{Arn.Id}/";
}
