using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>A job as Bedrock reports it, as far as the provider needs it.</summary>
internal sealed record Job
{
    public required JobArn Arn { get; init; }

    public required string Name { get; init; }

    public required JobStatus Status { get; init; }

    /// <summary>Bedrock's message. For a failed job, the reason.</summary>
    public string? Message { get; init; }

    /// <summary>The token of the call that created it; items of a list have none.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>The model, normalised by Bedrock.</summary>
    public required string ModelId { get; init; }

    public DateTimeOffset? SubmitTime { get; init; }

    /// <summary>The ARN of the service role; null if it is not reported.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The place of the records; null if it is not reported.</summary>
    public string? InputS3Uri { get; init; }

    /// <summary>
    /// When the job ended. If Bedrock does not report that (a stopped job has no end time), when it last changed. Null if neither is known.
    /// </summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether a job that no longer runs was over only after this time. It was there when an event of this time was issued.</summary>
    public bool IsOverSince(DateTimeOffset? time) => EndedAt >= time;

    /// <summary>How many records there are, and how they ended; null if Bedrock does not report it, as in a list.</summary>
    public RecordCounts? Records { get; init; }

    /// <summary>Whether Bedrock no longer knows the job. Then an empty value means unknown.</summary>
    public bool IsForgotten { get; private init; }

    /// <summary>The prefix that was asked for, without the job's own folder.</summary>
    public required string OutputS3Uri { get; init; }

    /// <summary>The folder of this job's results: <c>PREFIX/JOBID/</c>.</summary>
    public string ResultsS3Uri => $"{OutputS3Uri.TrimEnd('/')}/{Arn.Id}/";

    /// <summary>A sentence about a job that did not succeed: its state, and Bedrock's message.</summary>
    public string Sentence => Message is { Length: > 0 } message ? $"job {Arn} is {Status}: {message}" : $"job {Arn} is {Status}";

    /// <summary>
    /// A job that Bedrock no longer knows, with the values that follow from its ARN and definition. Other values are left out: a made-up
    /// value would reach everything that depends on it.
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
    /// <summary>The counts if Bedrock does not report them.</summary>
    public static readonly RecordCounts Unknown = new(0, 0, 0, 0);
}
