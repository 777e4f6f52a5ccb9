namespace BatchResource.Cdk;

/// <summary>How far a job must be before the deployment goes on.</summary>
public enum WaitFor
{
    /// <summary>Bedrock has accepted the job. It checks the input later.</summary>
    Submitted,

    /// <summary>
    /// Bedrock has checked the input and the role's access to it. If the check fails, the deployment fails with Bedrock's message.
    /// </summary>
    Validated,
}
