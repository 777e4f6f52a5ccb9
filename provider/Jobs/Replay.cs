using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Distinguishes a redelivery of one event from a new deployment that re-uses its RequestId (L7).</summary>
/// <remarks>
/// Every branch, by the job that Bedrock returned. The job belongs to an earlier deployment if its event was issued before this one. If the
/// time of one of the two is not known, the job counts as this event's own.
/// <code>
/// | its definition | its status        | an earlier deployment's | this event's own                                                   |
/// |----------------|-------------------|-------------------------|--------------------------------------------------------------------|
/// | another        | any               | FreshAttempt            | FreshAttempt                                                       |
/// | the wanted one | Stopping, Stopped | FreshAttempt            | Cancelled                                                          |
/// | the wanted one | Failed, Expired   | FreshAttempt            | Failed; FreshAttempt if the event does not tell when it was issued |
/// | the wanted one | any other         | Use                     | Use                                                                |
/// </code>
/// </remarks>
internal static class Replay
{
    /// <summary>
    /// Decides by the time at which the event was issued. An earlier job belongs to an earlier deployment, which the user now retries.
    /// Otherwise the job is this event's own, and its end stands. If the event has no time, a failed job gets a fresh attempt, because
    /// nothing ran, but a cancelled one does not.
    /// </summary>
    /// <param name="job">The job that Bedrock returned.</param>
    /// <param name="identity">What its name or tag says; null if they say nothing.</param>
    /// <param name="wanted">The wanted job.</param>
    /// <param name="request">The event.</param>
    public static ReplayDecision Decide(Job job, JobIdentity? identity, JobDefinition wanted, JobEvent request)
    {
        // An explicit name does not say which event it was given for. The time of the submission does, by another clock.
        var isOfEarlierDeployment = (identity?.IssuedAt ?? job.SubmitTime) < request.IssuedAt;
        if (!IsWanted(job, identity, wanted, isOfEarlierDeployment))
        {
            // Another definition has used the token.
            return ReplayDecision.FreshAttempt;
        }

        if (job.Status.IsCancelled)
        {
            return isOfEarlierDeployment ? ReplayDecision.FreshAttempt : ReplayDecision.Cancelled;
        }

        if (job.Status.IsDead)
        {
            return isOfEarlierDeployment || request.IssuedAt is null ? ReplayDecision.FreshAttempt : ReplayDecision.Failed;
        }

        return ReplayDecision.Use;
    }

    /// <summary>
    /// Compares the definitions. A job of the same event has the same definition. For a job of an earlier deployment whose tag says
    /// nothing, only Bedrock's values can be compared.
    /// </summary>
    private static bool IsWanted(Job job, JobIdentity? identity, JobDefinition wanted, bool isOfEarlierDeployment)
    {
        if (identity is not null)
        {
            return identity.Definition == DefinitionHash.Of(wanted);
        }

        return string.Equals(job.Name, wanted.JobName, StringComparison.Ordinal)
            && (!isOfEarlierDeployment || VisibleDefinition.IsOf(job, wanted));
    }
}

/// <summary>What the job that Bedrock returned for the event's token means (L7).</summary>
internal enum ReplayDecision
{
    /// <summary>It is the event's job.</summary>
    Use,

    /// <summary>It is a dead job of an earlier deployment with the same RequestId: try again with the next token.</summary>
    FreshAttempt,

    /// <summary>This event had started it, and then it was cancelled: start nothing.</summary>
    Cancelled,

    /// <summary>This event had started it, and then it failed: start nothing.</summary>
    Failed,
}
