namespace BatchResource.EndToEnd.Tests.Scenarios;

/// <summary>What can happen to a stack.</summary>
internal enum LifeStep
{
    /// <summary>The user deploys a version.</summary>
    Deploy,

    /// <summary>The user deploys a version, and a resource that follows the job fails.</summary>
    DeployBeforeFailure,

    /// <summary>The user deploys a version, and a resource that is changed together with the job fails.</summary>
    DeployBesideFailure,

    /// <summary>The user deletes the stack.</summary>
    Delete,

    /// <summary>Bedrock completes the job.</summary>
    JobCompletes,
}
