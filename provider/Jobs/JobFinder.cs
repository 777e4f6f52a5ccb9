using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Finds jobs again by what their names tell, and for explicit names by the tag that proves the owner (L5).</summary>
internal sealed class JobFinder(IJobService service, JobCalls calls)
{
    /// <summary>The one job with exactly this name, or null.</summary>
    public async Task<Job?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var jobs = await ListAsync(name, cancellationToken);
        return jobs.Find(job => string.Equals(job.Name, name, StringComparison.Ordinal));
    }

    /// <summary>Every job that belongs to the owner.</summary>
    /// <param name="owner">The resource.</param>
    /// <param name="explicitNames">The explicit names that the resource has or had; null entries are skipped.</param>
    /// <param name="cancellationToken">The deadline.</param>
    public async Task<List<OwnedJob>> FindOwnedAsync(
        JobOwner owner, IReadOnlyList<string?> explicitNames, CancellationToken cancellationToken)
    {
        var owned = new List<OwnedJob>();
        foreach (var job in await ListAsync(GeneratedJobName.OfOwner(owner), cancellationToken))
        {
            if (GeneratedJobName.Read(job.Name, owner) is { } identity)
            {
                owned.Add(new OwnedJob(job, identity));
            }
        }

        foreach (var name in new HashSet<string?>(explicitNames, StringComparer.Ordinal))
        {
            if (name is not null
                && await FindByNameAsync(name, cancellationToken) is { } job
                && await ProveAsync(owner, job, cancellationToken) is { } proven)
            {
                owned.Add(proven);
            }
        }

        return owned;
    }

    /// <summary>The job with its identity, if name or tag prove that it belongs to the owner; otherwise null.</summary>
    public async Task<OwnedJob?> ProveAsync(JobOwner owner, Job job, CancellationToken cancellationToken)
    {
        var identity = GeneratedJobName.Read(job.Name, owner) ?? await ReadTagAsync(owner, job, cancellationToken);
        return identity is null ? null : new OwnedJob(job, identity);
    }

    private async Task<JobIdentity?> ReadTagAsync(JobOwner owner, Job job, CancellationToken cancellationToken)
    {
        try
        {
            var tags = await calls.RunAsync(token => service.ListTagsAsync(job.Arn, token), cancellationToken);
            return OwnershipTag.Read(tags, owner);
        }
        catch (JobServiceException)
        {
            // Bedrock does not tell the tags of a stopped job. Without proof it is not ours.
            return null;
        }
    }

    private async Task<List<Job>> ListAsync(string nameContains, CancellationToken cancellationToken)
    {
        var jobs = new List<Job>();
        string? next = null;
        do
        {
            var page = await calls.RunAsync(token => service.ListAsync(nameContains, next, token), cancellationToken);
            jobs.AddRange(page.Jobs);
            next = page.NextToken;
        }
        while (next is not null);
        return jobs;
    }
}
