namespace BatchResource.Contract;

/// <summary>How far the job must be before CloudFormation gets its answer.</summary>
internal enum WaitFor
{
    /// <summary>Bedrock has accepted the job.</summary>
    Submitted,

    /// <summary>The job has left <c>Submitted</c> and <c>Validating</c>. If its validation fails, the deployment fails.</summary>
    Validated,
}
