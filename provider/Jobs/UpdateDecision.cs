using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// What an Update that changes the definition does with the resource's existing jobs (L11). Pure: the caller gives it the jobs.
/// </summary>
/// <param name="Reuse">The job to return; null when a new one has to be started.</param>
/// <param name="IsReturn">
/// Whether the job to return is CloudFormation's current one. Then this is a rollback of a change whose outcome CloudFormation never
/// learnt.
/// </param>
/// <remarks>
/// Every branch of <see cref="For"/>, by what a job of the resource is. A job has just ended if it ended after the event was issued.
/// <code>
/// | its definition | its status           | which job it is                   | what follows                                           |
/// |----------------|----------------------|-----------------------------------|--------------------------------------------------------|
/// | another        | any                  | any                               | passed over                                            |
/// | the wanted one | Stopping, Stopped    | has just ended                    | passed over; see StoppedSince                          |
/// | the wanted one | Stopping, Stopped    | any other                         | passed over                                            |
/// | the wanted one | any other            | the one that CloudFormation names | returned at once: IsReturn                             |
/// | the wanted one | runs, or has results | any other                         | a candidate                                            |
/// | the wanted one | Failed, Expired      | has just ended, or has a JobName  | a candidate                                            |
/// | the wanted one | Failed, Expired      | any other                         | passed over                                            |
/// </code>
/// A running candidate is better than one that has ended. Otherwise the youngest is best. Without a candidate a new job is started.
/// </remarks>
internal sealed record UpdateDecision(Job? Reuse, bool IsReturn)
{
    /// <summary>
    /// A job of the wanted definition that was stopped after the event was issued. An earlier delivery may have been answered with it, so
    /// a late one starts no other job.
    /// </summary>
    public Job? StoppedSince { get; private init; }

    /// <summary>Decides by the table above.</summary>
    /// <param name="physicalResourceId">The id by which CloudFormation knows the resource.</param>
    /// <param name="wantedDefinition">The wanted job.</param>
    /// <param name="owned">The jobs of the resource.</param>
    /// <param name="issuedAt">When the event was issued. If it is null, no job counts as just ended.</param>
    public static UpdateDecision For(
        string physicalResourceId, JobDefinition wantedDefinition, IReadOnlyList<OwnedJob> owned, DateTimeOffset? issuedAt)
    {
        var wanted = DefinitionHash.Of(wantedDefinition);
        Job? best = null;
        Job? stopped = null;
        foreach (var (job, identity) in owned)
        {
            if (identity.Definition != wanted)
            {
                continue;
            }

            // A job that ended after the event was issued existed at the first delivery, whose answer stands.
            var wasThere = job.IsOverSince(issuedAt);
            if (job.Status.IsCancelled)
            {
                // Never the answer, even if CloudFormation names it.
                stopped = wasThere ? job : stopped;
                continue;
            }

            if (string.Equals(job.Arn.Value, physicalResourceId, StringComparison.Ordinal))
            {
                // Even a failed job: it is the resource's earlier state, and a rollback starts nothing.
                return new UpdateDecision(job, IsReturn: true);
            }

            // An explicit name has one job for ever. If that job failed, there is no other to go back to.
            var isLastOfItsName = wantedDefinition.JobName is not null && job.Status.IsDead;
            if ((job.Status.IsActive || job.Status.HasResults || wasThere || isLastOfItsName) && IsBetter(job, best))
            {
                best = job;
            }
        }

        return new UpdateDecision(best, IsReturn: false) { StoppedSince = best is null ? stopped : null };
    }

    /// <summary>
    /// The jobs that CloudFormation may not know. They are younger than its current one, so an update may have left them that was cancelled
    /// or got no answer. An older job was retained or given up by CloudFormation, and is not touched.
    /// </summary>
    /// <param name="current">CloudFormation's current job; null if its id is no job, and then no job is younger.</param>
    /// <param name="answer">The job in the answer to CloudFormation.</param>
    /// <param name="owned">The jobs of the resource.</param>
    /// <param name="request">The event.</param>
    public static List<OwnedJob> Abandoned(OwnedJob? current, Job answer, IReadOnlyList<OwnedJob> owned, JobEvent request)
    {
        var abandoned = new List<OwnedJob>();
        foreach (var candidate in owned)
        {
            if (current is not null
                && candidate.Job.Status.IsActive
                && candidate.Job.Arn != answer.Arn
                && candidate.Job.Arn != current.Job.Arn
                && candidate.IsYoungerThan(current)
                && !candidate.IsOfLaterEventThan(request))
            {
                abandoned.Add(candidate);
            }
        }

        return abandoned;
    }

    private static bool IsBetter(Job job, Job? than) =>
        than is null
        || (job.Status.IsActive && !than.Status.IsActive)
        || (job.Status.IsActive == than.Status.IsActive && job.SubmitTime > than.SubmitTime);
}
