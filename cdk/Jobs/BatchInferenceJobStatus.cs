namespace BatchResource.Cdk;

/// <summary>
/// The status of a job. Mirrors
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationJob.html">GetModelInvocationJob</see>.
/// </summary>
public enum BatchInferenceJobStatus
{
    /// <summary>Bedrock has accepted the job.</summary>
    Submitted,

    /// <summary>Bedrock is checking the input and the role's access to it.</summary>
    Validating,

    /// <summary>The job is waiting for capacity.</summary>
    Scheduled,

    /// <summary>Records are being processed.</summary>
    InProgress,

    /// <summary>Every record was processed. Each one has a result or an error.</summary>
    Completed,

    /// <summary>The job's timeout passed before the last record. Processed records have results.</summary>
    PartiallyCompleted,

    /// <summary>The job ended with an error.</summary>
    Failed,

    /// <summary>The job is being stopped.</summary>
    Stopping,

    /// <summary>The job was stopped. Records that were processed before have results.</summary>
    Stopped,

    /// <summary>The job's timeout passed before the job started.</summary>
    Expired,
}
