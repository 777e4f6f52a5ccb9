namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>Where something goes wrong. The kinds are tried at the same time, the faults of a kind one by one.</summary>
public enum FaultKind
{
    /// <summary>Bedrock refuses calls, or does not get them.</summary>
    RefusedCalls,

    /// <summary>Calls have their effect, and the provider does not learn of it, or not at once.</summary>
    LostEffects,

    /// <summary>Jobs end by themselves, and stops are refused.</summary>
    RefusedStops,

    /// <summary>Answers to CloudFormation do not arrive.</summary>
    LostAnswers,

    /// <summary>Processes are killed, and Lambda delivers their events again.</summary>
    KilledProcesses,

    /// <summary>Deployments are not rolled back, rollbacks are skipped, and jobs are kept.</summary>
    UnusualDeployments,

    /// <summary>Events come twice, or before those that they follow have come to an end.</summary>
    DisorderedEvents,
}
