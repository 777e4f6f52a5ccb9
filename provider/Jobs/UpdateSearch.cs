using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Finds the jobs that an Update may return to (L11).</summary>
internal sealed class UpdateSearch(JobFinder finder, JobCalls calls)
{
    /// <summary>The jobs of the resource. They include CloudFormation's current job, even while no list shows it.</summary>
    public async Task<List<OwnedJob>> FindAsync(UpdateSubject subject, CancellationToken cancellationToken)
    {
        var owned = await finder.FindGeneratedAsync(subject.Request.Owner, cancellationToken);
        await AddNamedAsync(subject, [], owned, cancellationToken);
        if (subject.Current is { } current
            && !owned.Exists(candidate => candidate.Job.Arn == current)
            && await calls.FindAsync(current, cancellationToken) is { } job
            && await ProveAsync(subject, job, cancellationToken) is { } proven)
        {
            owned.Add(proven);
        }

        return owned;
    }

    /// <summary>Adds jobs that the list did not show the first time.</summary>
    /// <param name="subject">The Update.</param>
    /// <param name="names">Further explicit names that jobs of the resource may have.</param>
    /// <param name="owned">The known jobs.</param>
    /// <param name="cancellationToken">The deadline.</param>
    public async Task AddNewAsync(
        UpdateSubject subject, IReadOnlyList<string> names, List<OwnedJob> owned, CancellationToken cancellationToken)
    {
        Add(owned, await finder.FindNewlyGeneratedAsync(subject.Request.Owner, cancellationToken));
        await AddNamedAsync(subject, names, owned, cancellationToken);
    }

    private static void Add(List<OwnedJob> owned, IEnumerable<OwnedJob> found)
    {
        foreach (var job in found)
        {
            if (!owned.Exists(known => known.Job.Arn == job.Job.Arn))
            {
                owned.Add(job);
            }
        }
    }

    private async Task AddNamedAsync(
        UpdateSubject subject, IReadOnlyList<string> names, List<OwnedJob> owned, CancellationToken cancellationToken)
    {
        foreach (var name in subject.ExplicitNames.OfType<string>().Concat(names).Distinct(StringComparer.Ordinal))
        {
            if (!owned.Exists(known => string.Equals(known.Job.Name, name, StringComparison.Ordinal))
                && await finder.FindByNameAsync(name, cancellationToken) is { } job
                && await ProveAsync(subject, job, cancellationToken) is { } proven)
            {
                Add(owned, [proven]);
            }
        }
    }

    /// <summary>
    /// The job with its identity. If its tags cannot be read, CloudFormation's record proves its current job. For a job with results, it is
    /// enough that all visible values match: otherwise a rollback could end in a state that nothing leads out of.
    /// </summary>
    private async Task<OwnedJob?> ProveAsync(UpdateSubject subject, Job job, CancellationToken cancellationToken)
    {
        if (await finder.ProveAsync(subject.Request.Owner, job, mustTell: false, cancellationToken) is { } proven)
        {
            return proven;
        }

        var described = await calls.RefreshAsync(job, cancellationToken);
        if (described.Arn != subject.Current && !described.Status.HasResults)
        {
            return null;
        }

        foreach (var definition in new[] { subject.Wanted.Definition, subject.Previous?.Definition })
        {
            if (definition is not null && VisibleDefinition.IsOf(described, definition))
            {
                return new OwnedJob(described, new JobIdentity(DefinitionHash.Of(definition), null));
            }
        }

        return null;
    }
}
