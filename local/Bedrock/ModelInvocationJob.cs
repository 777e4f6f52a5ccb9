namespace BatchResource.Local.Bedrock;

/// <summary>
/// A batch inference job as the control plane knows it at one moment, with the values that Get returns
/// (<see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationJob.html">GetModelInvocationJob</see>).
/// </summary>
public sealed record ModelInvocationJob
{
    /// <summary>The ARN, which ends with the job's id.</summary>
    public required string JobArn { get; init; }

    /// <summary>The name, unique in account and Region for ever.</summary>
    public required string JobName { get; init; }

    /// <summary>The idempotency token of the call that created it, or null when that had none.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>The ARN of the model or inference profile, whatever form it was given in.</summary>
    public required string ModelId { get; init; }

    /// <summary>The service role.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Where the records are.</summary>
    public required JobInput Input { get; init; }

    /// <summary>Where the results go.</summary>
    public required JobOutput Output { get; init; }

    /// <summary>The VPC, or null for none.</summary>
    public JobVpc? Vpc { get; init; }

    /// <summary>After how many hours it ends unfinished (24 to 168).</summary>
    public int TimeoutDurationInHours { get; init; } = 24;

    /// <summary><c>InvokeModel</c> or <c>Converse</c>.</summary>
    public string ModelInvocationType { get; init; } = "InvokeModel";

    /// <summary>The tags, by key.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Why it failed, or null.</summary>
    public string? Message { get; init; }

    /// <summary>How far it is, or null while the input has not been read.</summary>
    public RecordCounts? Records { get; init; }

    /// <summary>How many records of the input the model will not understand.</summary>
    public long FaultyRecords { get; init; }

    /// <summary>Every state it was in, the present one last.</summary>
    public required IReadOnlyList<JobStateChange> History { get; init; }

    /// <summary>What tells repeated creations with one token apart: the input of the call that created it, in canonical form.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The twelve characters at the end of the ARN.</summary>
    public string JobId => JobArn[(JobArn.LastIndexOf('/') + 1)..];

    /// <summary>The present state, one of <see cref="JobStatus"/>.</summary>
    public string Status => History[^1].Status;

    /// <summary>When it was created.</summary>
    public DateTimeOffset SubmitTime => History[0].At;

    /// <summary>When it entered its present state.</summary>
    public DateTimeOffset LastModifiedTime => History[^1].At;

    /// <summary>When it expires if it has not ended by then.</summary>
    public DateTimeOffset ExpirationTime => SubmitTime.AddHours(TimeoutDurationInHours);

    /// <summary>When it ended; Bedrock does not say it of a job that was stopped.</summary>
    public DateTimeOffset? EndTime => JobStatus.IsTerminal(Status) && Status != JobStatus.Stopped ? LastModifiedTime : null;

    /// <summary>The same job in its next state.</summary>
    internal ModelInvocationJob Enter(string status, DateTimeOffset at, string? message = null) =>
        this with { History = [.. History, new JobStateChange(status, at)], Message = message ?? Message };
}
