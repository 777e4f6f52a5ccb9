namespace BatchResource.Contract;

/// <summary>How far the job must be before CloudFormation is answered.</summary>
internal enum WaitFor
{
    /// <summary>Bedrock has accepted the job.</summary>
    Submitted,

    /// <summary>The job has left <c>Submitted</c> and <c>Validating</c>; a job that fails validation fails the deployment.</summary>
    Validated,
}
