using BatchResource.Contract;

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

    /// <summary>The ARN of the service role; null when it is not told.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Where the records are; null when it is not told.</summary>
    public string? InputS3Uri { get; init; }

    /// <summary>
    /// When the job ended, or was last touched where Bedrock does not tell (a stopped job has no end time); null when neither is known.
    /// </summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many records there are, and what became of them; null where Bedrock does not tell, as in a list.</summary>
    public RecordCounts? Records { get; init; }

    /// <summary>Whether Bedrock does not know it any more, so that what is empty is unknown.</summary>
    public bool IsForgotten { get; private init; }

    /// <summary>The prefix that was asked for, without the job's own folder.</summary>
    public required string OutputS3Uri { get; init; }

    /// <summary>Where this job's results land: <c>PREFIX/JOBID/</c>.</summary>
    public string ResultsS3Uri => $"{OutputS3Uri.TrimEnd('/')}/{Arn.Id}/";

    /// <summary>What to tell of a job that did not do what it was started for: its state, and Bedrock's message.</summary>
    public string Sentence => Message is { Length: > 0 } message ? $"job {Arn} is {Status}: {message}" : $"job {Arn} is {Status}";

    /// <summary>
    /// A job that Bedrock does not know any more, with as much as ARN and definition tell. What they do not tell is left out: another value
    /// would be followed by whatever depends on it.
    /// </summary>
    public static Job Forgotten(JobArn arn, JobDefinition definition) => new()
    {
        Arn = arn,
        Name = definition.JobName ?? string.Empty,
        Status = new JobStatus(string.Empty),
        ModelId = arn.ModelArnOf(definition.ModelId) ?? string.Empty,
        OutputS3Uri = definition.Output.S3Uri,
        IsForgotten = true,
    };
}

/// <summary>The records of a job.</summary>
internal sealed record RecordCounts(long Total, long Processed, long Success, long Error)
{
    /// <summary>What stands for counts that Bedrock does not tell.</summary>
    public static readonly RecordCounts Unknown = new(0, 0, 0, 0);
}
