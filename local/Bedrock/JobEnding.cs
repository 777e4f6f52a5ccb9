namespace BatchResource.Local.Bedrock;

/// <summary>How a job is meant to end when nobody stops it.</summary>
public enum JobEnding
{
    /// <summary>Every record is processed.</summary>
    Completed,

    /// <summary>It fails while it is validated.</summary>
    FailedInValidation,

    /// <summary>It fails while records are processed.</summary>
    FailedInProgress,

    /// <summary>The timeout comes while records are processed.</summary>
    PartiallyCompleted,

    /// <summary>The timeout comes before processing begins.</summary>
    Expired,
}
