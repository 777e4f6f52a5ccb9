namespace BatchResource.Local.Bedrock;

/// <summary>
/// The states of a job, by the API's own names
/// (<see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationJob.html">GetModelInvocationJob</see>).
/// </summary>
public static class JobStatus
{
    /// <summary>Accepted.</summary>
    public const string Submitted = "Submitted";

    /// <summary>Input and permissions are being checked.</summary>
    public const string Validating = "Validating";

    /// <summary>Waits for capacity.</summary>
    public const string Scheduled = "Scheduled";

    /// <summary>Records are being processed.</summary>
    public const string InProgress = "InProgress";

    /// <summary>Every record was processed, whether with success or not.</summary>
    public const string Completed = "Completed";

    /// <summary>The timeout came before every record was processed.</summary>
    public const string PartiallyCompleted = "PartiallyCompleted";

    /// <summary>Ended by an error.</summary>
    public const string Failed = "Failed";

    /// <summary>A stop was asked for.</summary>
    public const string Stopping = "Stopping";

    /// <summary>Ended by a stop.</summary>
    public const string Stopped = "Stopped";

    /// <summary>The timeout came before processing began.</summary>
    public const string Expired = "Expired";

    private static readonly HashSet<string> Terminal =
        new([Completed, PartiallyCompleted, Failed, Stopped, Expired], StringComparer.Ordinal);

    /// <summary>Whether a job in that state never leaves it.</summary>
    public static bool IsTerminal(string status) => Terminal.Contains(status);
}
