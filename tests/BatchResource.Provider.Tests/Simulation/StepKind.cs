namespace BatchResource.Provider.Tests.Simulation;

/// <summary>What a user, the neighbour, or time can do to a stack.</summary>
internal enum StepKind
{
    /// <summary>The user deploys a version.</summary>
    Deploy,

    /// <summary>The user deploys a version, and the neighbour fails after a while.</summary>
    DeployBesideFailure,

    /// <summary>The user removes the job from the stack.</summary>
    Delete,

    /// <summary>Time passes.</summary>
    Pass,

    /// <summary>Bedrock completes what runs.</summary>
    JobsComplete,

    /// <summary>What runs fails.</summary>
    JobsFail,
}
