namespace BatchResource.Cdk;

/// <summary>
/// The status of a job, as in
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationJob.html">GetModelInvocationJob</see>.
/// </summary>
public enum BatchInferenceJobStatus
{
    /// <summary>Bedrock has accepted the job.</summary>
    Submitted,

    /// <summary>Bedrock checks the input and the role's access to it.</summary>
    Validating,

    /// <summary>The job waits for capacity.</summary>
    Scheduled,

    /// <summary>Records are being processed.</summary>
    InProgress,

    /// <summary>Every record was processed, though perhaps with an error each.</summary>
    Completed,

    /// <summary>The time was up before the last record; those that were processed have results.</summary>
    PartiallyCompleted,

    /// <summary>The job ended with an error.</summary>
    Failed,

    /// <summary>The job is being stopped.</summary>
    Stopping,

    /// <summary>The job was stopped; records that were processed until then have results.</summary>
    Stopped,

    /// <summary>The time was up before the job started.</summary>
    Expired,
}
