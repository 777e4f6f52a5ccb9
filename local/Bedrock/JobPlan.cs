namespace BatchResource.Local.Bedrock;

/// <summary>
/// How long a job stays in each state, on the local clock, and how it ends. <see cref="Timeout.InfiniteTimeSpan"/> keeps it in a
/// state until a test moves it on, or its timeout comes.
/// </summary>
public sealed record JobPlan
{
    /// <summary>Until validation begins.</summary>
    public TimeSpan Submitted { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long validation takes.</summary>
    public TimeSpan Validating { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>The wait for capacity.</summary>
    public TimeSpan Scheduled { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long processing takes.</summary>
    public TimeSpan InProgress { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How long a stop takes; 21 to 63 seconds were observed.</summary>
    public TimeSpan Stopping { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>How it ends.</summary>
    public JobEnding Ending { get; init; } = JobEnding.Completed;

    /// <summary>The message of a job that fails.</summary>
    public string FailureMessage { get; init; } = "An internal error occurred.";

    /// <summary>A plan whose states only change when a test moves the job on.</summary>
    public static JobPlan Manual { get; } = new()
    {
        Submitted = Timeout.InfiniteTimeSpan,
        Validating = Timeout.InfiniteTimeSpan,
        Scheduled = Timeout.InfiniteTimeSpan,
        InProgress = Timeout.InfiniteTimeSpan,
        Stopping = Timeout.InfiniteTimeSpan,
    };
}
