using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// What an Update that changes the definition does with the jobs that the resource has already (L11). Pure: it is given what exists.
/// </summary>
/// <param name="Reuse">The job to return; null when a new one has to be started.</param>
/// <param name="IsReturn">
/// The job to return is the one that CloudFormation knows the resource by: this is a rollback from a change that CloudFormation never
/// learnt the outcome of.
/// </param>
/// <remarks>
/// Every branch of <see cref="For"/>, by what a job of the resource is. A job has just ended if it ended after the event was issued.
/// <code>
/// | its definition | its status           | which job it is                   | what follows                                           |
/// |----------------|----------------------|-----------------------------------|--------------------------------------------------------|
/// | another        | any                  | any                               | passed over                                            |
/// | the wanted one | Stopping, Stopped    | has just ended                    | passed over; without a candidate no new job is started |
/// | the wanted one | Stopping, Stopped    | any other                         | passed over                                            |
/// | the wanted one | any other            | the one that CloudFormation names | returned at once: IsReturn                             |
/// | the wanted one | runs, or has results | any other                         | a candidate                                            |
/// | the wanted one | Failed, Expired      | has just ended, or has a JobName  | a candidate                                            |
/// | the wanted one | Failed, Expired      | any other                         | passed over                                            |
/// </code>
/// Of the candidates one that runs is returned rather than one that has ended, and then the youngest. Without a candidate a new job is
/// started.
/// </remarks>
internal sealed record UpdateDecision(Job? Reuse, bool IsReturn)
{
    /// <summary>
    /// A job of the wanted definition that was stopped after the event had been issued. An earlier delivery may have been answered with it,
    /// so no other is started.
    /// </summary>
    public Job? StoppedSince { get; private init; }

    /// <summary>Decides by the table above.</summary>
    /// <param name="physicalResourceId">What CloudFormation knows the resource by.</param>
    /// <param name="wantedDefinition">The job that is wanted.</param>
    /// <param name="owned">The jobs of the resource.</param>
    /// <param name="issuedAt">When the event was issued; null when it does not tell, and then no job has just ended.</param>
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

            // What ended after the event was issued was there for its first delivery, whose answer stands.
            var wasThere = job.EndedAt >= issuedAt;
            if (job.Status.IsCancelled)
            {
                // Never the answer, even if CloudFormation names it.
                stopped = wasThere ? job : stopped;
                continue;
            }

            if (string.Equals(job.Arn.Value, physicalResourceId, StringComparison.Ordinal))
            {
                // Even one that failed: it is what the resource was before; a rollback starts nothing.
                return new UpdateDecision(job, IsReturn: true);
            }

            // An explicit name has one job for ever: where that one failed, there is no other to go back to.
            var isLastOfItsName = wantedDefinition.JobName is not null && job.Status.IsDead;
            if ((job.Status.IsActive || job.Status.HasResults || wasThere || isLastOfItsName) && IsBetter(job, best))
            {
                best = job;
            }
        }

        return new UpdateDecision(best, IsReturn: false) { StoppedSince = best is null ? stopped : null };
    }

    /// <summary>
    /// The jobs of which CloudFormation may not know: they are younger than the one that it names, so that updates may have left them
    /// that it cancelled, or got no answer to. An older job was retained, or given up by CloudFormation, and is not touched.
    /// </summary>
    /// <param name="current">What CloudFormation knows the resource by; null when that is no job, so that nothing is younger.</param>
    /// <param name="answer">What CloudFormation is about to be told.</param>
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
