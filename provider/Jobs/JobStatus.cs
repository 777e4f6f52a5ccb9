namespace BatchResource.Provider.Jobs;

/// <summary>
/// The state of a job, and what follows from it. An unknown state counts as running: the job is stopped on Delete and adopted on Update,
/// because the worse mistake is to overlook a job that costs money.
/// </summary>
internal readonly record struct JobStatus(string Name)
{
    public static readonly JobStatus Submitted = new("Submitted");
    public static readonly JobStatus Validating = new("Validating");
    public static readonly JobStatus Scheduled = new("Scheduled");
    public static readonly JobStatus InProgress = new("InProgress");
    public static readonly JobStatus Completed = new("Completed");
    public static readonly JobStatus PartiallyCompleted = new("PartiallyCompleted");
    public static readonly JobStatus Failed = new("Failed");
    public static readonly JobStatus Stopping = new("Stopping");
    public static readonly JobStatus Stopped = new("Stopped");
    public static readonly JobStatus Expired = new("Expired");

    /// <summary>The state will not change any more.</summary>
    public bool IsTerminal => HasResults || IsDead || this == Stopped;

    /// <summary>It ended and left results, for which the user pays.</summary>
    public bool HasResults => this == Completed || this == PartiallyCompleted;

    /// <summary>It ended by itself and left nothing.</summary>
    public bool IsDead => this == Failed || this == Expired;

    /// <summary>It was stopped, or is being stopped.</summary>
    public bool IsCancelled => this == Stopping || this == Stopped;

    /// <summary>It is running, or will run.</summary>
    public bool IsActive => !IsTerminal && this != Stopping;

    /// <summary>Bedrock has not yet looked at the input.</summary>
    public bool IsBeforeValidation => this == Submitted || this == Validating;

    public override string ToString() => Name;
}
