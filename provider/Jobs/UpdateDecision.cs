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
    public static UpdateDecision For(string physicalResourceId, DefinitionHash wanted, IReadOnlyList<OwnedJob> owned)
    {
        Job? best = null;
        foreach (var (job, definition) in owned)
        {
            if (definition != wanted)
            {
                continue;
            }

            if (string.Equals(job.Arn.Value, physicalResourceId, StringComparison.Ordinal))
            {
                // Whatever became of it, it is what the resource was before; a rollback starts nothing.
                return new UpdateDecision(job, IsReturn: true);
            }

            if ((job.Status.IsActive || job.Status.HasResults) && IsBetter(job, best))
            {
                best = job;
            }
        }

        return new UpdateDecision(best, IsReturn: false);
    }

    /// <summary>
    /// The jobs that nobody will ever delete: active, but neither what CloudFormation knows the resource by nor what it is about to be
    /// told. One that was submitted after the event was issued belongs to a later one, to which this is a late redelivery.
    /// </summary>
    public static List<Job> Abandoned(
        string physicalResourceId, Job answer, IReadOnlyList<OwnedJob> owned, DateTimeOffset? issuedAt)
    {
        var abandoned = new List<Job>();
        foreach (var (job, _) in owned)
        {
            if (job.Status.IsActive
                && job.Arn != answer.Arn
                && !string.Equals(job.Arn.Value, physicalResourceId, StringComparison.Ordinal)
                && job.SubmitTime < issuedAt)
            {
                abandoned.Add(job);
            }
        }

        return abandoned;
    }

    private static bool IsBetter(Job job, Job? than) =>
        than is null
        || (job.Status.IsActive && !than.Status.IsActive)
        || (job.Status.IsActive == than.Status.IsActive && job.SubmitTime > than.SubmitTime);
}
