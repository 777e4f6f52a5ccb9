using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Tells a redelivery of one event from a new deployment that re-uses its RequestId (L7).</summary>
/// <remarks>
/// Every branch, by the job that Bedrock returned. It is an earlier deployment's when its event was issued before this one; where either
/// does not tell when, it counts as this event's own.
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
    /// Decides by when the event was issued: a job of an earlier time belongs to an earlier deployment, which the user now retries;
    /// otherwise it is this event's own, and what became of it stands. An event that does not tell when it was issued gets a fresh attempt
    /// for a failed job, where nothing ran, and none for a cancelled one.
    /// </summary>
    /// <param name="job">The job that Bedrock returned.</param>
    /// <param name="identity">What name or tag tell of it; null when they tell nothing.</param>
    /// <param name="wanted">The job that was asked for.</param>
    /// <param name="request">The event.</param>
    public static ReplayDecision Decide(Job job, JobIdentity? identity, JobDefinition wanted, JobEvent request)
    {
        // An explicit name does not tell which event it was given for; the time of its submission does, by another clock.
        var isOfEarlierDeployment = (identity?.IssuedAt ?? job.SubmitTime) < request.IssuedAt;
        if (!IsWanted(job, identity, wanted, isOfEarlierDeployment))
        {
            // The token was spent on another definition.
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
    /// Compares the definitions. The same event had the same one; of a job of an earlier deployment whose tag does not tell, there is only
    /// what Bedrock tells.
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

/// <summary>What to make of the job that Bedrock returned for the event's token (L7).</summary>
internal enum ReplayDecision
{
    /// <summary>It is the event's job.</summary>
    Use,

    /// <summary>It is a dead one of an earlier deployment that had the same RequestId: try again under the next token.</summary>
    FreshAttempt,

    /// <summary>It was cancelled after this very event had started it: start nothing.</summary>
    Cancelled,

    /// <summary>It failed after this very event had started it: start nothing.</summary>
    Failed,
}
