using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Finds a resource's jobs by their names. For an explicit name, a tag proves the owner (L5, L6a).</summary>
internal sealed class JobFinder(JobCalls calls, LifecycleOptions options, TimeProvider time)
{
    /// <summary>The one job with exactly this name, or null.</summary>
    public async Task<Job?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var jobs = await ListAsync(name, isLast: job => IsNamed(job, name), submittedAfter: null, until: null, cancellationToken);
        return jobs.Find(job => IsNamed(job, name));
    }

    /// <summary>Every job that belongs to the owner.</summary>
    /// <param name="owner">The resource.</param>
    /// <param name="explicitNames">The explicit names that the resource has or had. Null entries are skipped.</param>
    /// <param name="mustTell">
    /// Whether the search fails if it cannot tell whose a running job is. Otherwise such a job counts as another owner's.
    /// </param>
    /// <param name="cancellationToken">The deadline.</param>
    public async Task<List<OwnedJob>> FindOwnedAsync(
        JobOwner owner, IReadOnlyList<string?> explicitNames, bool mustTell, CancellationToken cancellationToken)
    {
        var owned = await FindGeneratedAsync(owner, submittedAfter: null, until: null, cancellationToken);
        owned.AddRange(await FindNamedAsync(owner, explicitNames, mustTell, cancellationToken));
        return owned;
    }

    /// <summary>
    /// The jobs with names that were generated for the owner, newest first. An account may have more jobs than can be listed before the
    /// window of the event closes. Only new jobs matter, so the search stops in time, even before the end of the list.
    /// </summary>
    public Task<List<OwnedJob>> FindGeneratedAsync(JobOwner owner, CancellationToken cancellationToken) =>
        FindGeneratedAsync(owner, submittedAfter: null, time.GetUtcNow() + options.LookTime, cancellationToken);

    /// <summary>The same for jobs that a search a moment ago may have missed, because the list lags behind.</summary>
    public Task<List<OwnedJob>> FindNewlyGeneratedAsync(JobOwner owner, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return FindGeneratedAsync(owner, now - TimeSpan.FromDays(1), now + options.LookTime, cancellationToken);
    }

    /// <summary>The jobs with these explicit names that are proven to be the owner's.</summary>
    public async Task<List<OwnedJob>> FindNamedAsync(
        JobOwner owner, IReadOnlyList<string?> explicitNames, bool mustTell, CancellationToken cancellationToken)
    {
        var owned = new List<OwnedJob>();
        foreach (var name in new HashSet<string?>(explicitNames, StringComparer.Ordinal))
        {
            if (name is not null
                && await FindByNameAsync(name, cancellationToken) is { } job
                && await ProveAsync(owner, job, mustTell, cancellationToken) is { } proven)
            {
                owned.Add(proven);
            }
        }

        return owned;
    }

    /// <summary>The job with its identity, if its name or tag proves that it belongs to the owner; otherwise null.</summary>
    public async Task<OwnedJob?> ProveAsync(JobOwner owner, Job job, bool mustTell, CancellationToken cancellationToken)
    {
        var identity = GeneratedJobName.Read(job.Name, owner) ?? await ReadTagAsync(owner, job, mustTell, cancellationToken);
        return identity is null ? null : new OwnedJob(job, identity);
    }

    private static bool IsNamed(Job job, string name) => string.Equals(job.Name, name, StringComparison.Ordinal);

    private async Task<List<OwnedJob>> FindGeneratedAsync(
        JobOwner owner, DateTimeOffset? submittedAfter, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var owned = new List<OwnedJob>();
        var mark = GeneratedJobName.OfOwner(owner);
        foreach (var job in await ListAsync(mark, isLast: null, submittedAfter, until, cancellationToken))
        {
            if (GeneratedJobName.Read(job.Name, owner) is { } identity)
            {
                owned.Add(new OwnedJob(job, identity));
            }
        }

        return owned;
    }

    private async Task<JobIdentity?> ReadTagAsync(JobOwner owner, Job job, bool mustTell, CancellationToken cancellationToken)
    {
        try
        {
            var tags = await calls.ListTagsAsync(job.Arn, cancellationToken);
            return OwnershipTag.Read(tags, owner);
        }
        catch (JobServiceException) when (!mustTell || !job.Status.IsActive)
        {
            // Bedrock does not return the tags of a stopped job. Without proof, the job is not ours.
            return null;
        }
    }

    private async Task<List<Job>> ListAsync(
        string nameContains,
        Predicate<Job>? isLast,
        DateTimeOffset? submittedAfter,
        DateTimeOffset? until,
        CancellationToken cancellationToken)
    {
        var jobs = new List<Job>();
        string? next = null;
        do
        {
            var page = await calls.ListAsync(nameContains, submittedAfter, next, cancellationToken);
            jobs.AddRange(page.Jobs);
            next = page.NextToken;
        }
        while (next is not null && !(isLast is not null && jobs.Exists(isLast)) && !(time.GetUtcNow() >= until));
        return jobs;
    }
}
