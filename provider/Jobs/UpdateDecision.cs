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
internal sealed record UpdateDecision(Job? Reuse, bool IsReturn)
{
    /// <summary>Decides.</summary>
    public static UpdateDecision For(
        string physicalResourceId, JobDefinition wantedDefinition, IReadOnlyList<OwnedJob> owned, DateTimeOffset? issuedAt)
    {
        var wanted = DefinitionHash.Of(wantedDefinition);
        Job? best = null;
        foreach (var (job, identity) in owned)
        {
            if (identity.Definition != wanted)
            {
                continue;
            }

            if (string.Equals(job.Arn.Value, physicalResourceId, StringComparison.Ordinal))
            {
                // Whatever became of it, it is what the resource was before; a rollback starts nothing.
                return new UpdateDecision(job, IsReturn: true);
            }

            // What ended after the event was issued was there for its first delivery, whose answer stands.
            var wasThere = job.EndedAt >= issuedAt;

            // An explicit name has one job for ever: where that one failed, there is no other to go back to.
            var isLastOfItsName = wantedDefinition.JobName is not null && job.Status.IsDead;
            if ((job.Status.IsActive || job.Status.HasResults || wasThere || isLastOfItsName) && IsBetter(job, best))
            {
                best = job;
            }
        }

        return new UpdateDecision(best, IsReturn: false);
    }

    /// <summary>
    /// The jobs that nobody will ever delete: active, but neither what CloudFormation knows the resource by nor what it is about to be
    /// told.
    /// </summary>
    public static List<Job> Abandoned(string physicalResourceId, Job answer, IReadOnlyList<OwnedJob> owned, JobRequest request)
    {
        var abandoned = new List<Job>();
        foreach (var candidate in owned)
        {
            if (candidate.Job.Status.IsActive
                && candidate.Job.Arn != answer.Arn
                && !string.Equals(candidate.Job.Arn.Value, physicalResourceId, StringComparison.Ordinal)
                && !candidate.IsOfLaterEventThan(request))
            {
                abandoned.Add(candidate.Job);
            }
        }

        return abandoned;
    }

    private static bool IsBetter(Job job, Job? than) =>
        than is null
        || (job.Status.IsActive && !than.Status.IsActive)
        || (job.Status.IsActive == than.Status.IsActive && job.SubmitTime > than.SubmitTime);
}
