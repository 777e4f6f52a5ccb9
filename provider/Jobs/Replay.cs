namespace BatchResource.Provider.Jobs;

/// <summary>Tells a redelivery of one event from a new deployment that re-uses its RequestId.</summary>
internal static class Replay
{
    /// <summary>
    /// Decides by when the event was issued: a job that was submitted before then belongs to an earlier deployment, which the user now
    /// retries; one submitted after it is this event's own, and what became of it stands. An event that does not tell when it was issued
    /// gets a fresh attempt for a failed job, where nothing ran, and none for a cancelled one.
    /// </summary>
    public static ReplayDecision Decide(Job job, string wantedName, DateTimeOffset? issuedAt)
    {
        if (!string.Equals(job.Name, wantedName, StringComparison.Ordinal))
        {
            // The token was spent on another definition.
            return ReplayDecision.FreshAttempt;
        }

        var isOfEarlierDeployment = job.SubmitTime < issuedAt;
        if (job.Status.IsCancelled)
        {
            return isOfEarlierDeployment ? ReplayDecision.FreshAttempt : ReplayDecision.Cancelled;
        }

        if (job.Status.IsDead)
        {
            return isOfEarlierDeployment || issuedAt is null ? ReplayDecision.FreshAttempt : ReplayDecision.Failed;
        }

        return ReplayDecision.Use;
    }
}
