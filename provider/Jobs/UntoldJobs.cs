using BatchResource.Contract;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// Looks for jobs of a deleted resource that CloudFormation was never told of (L12). An Update started them, and was cancelled or its
/// answer was lost. No other event will come for them.
/// </summary>
internal sealed class UntoldJobs(
    JobFinder finder, JobClaims claims, ToldJobs told, LifecycleOptions options, TimeProvider time, JobLog log)
{
    /// <summary>
    /// Notes on the job that it is being deleted, before any search. Each side writes before it reads: so either an Update sees this note,
    /// or the search here sees the Update's note.
    /// </summary>
    public Task AnnounceAsync(JobEvent request, JobArn deleted, CancellationToken cancellationToken) => TryAsync(
        async token =>
        {
            await claims.NoteDeletionAsync(deleted, request.Mark, token);
            return true;
        },
        cancellationToken);

    /// <summary>Searches once.</summary>
    /// <param name="request">The Delete.</param>
    /// <param name="deleted">The job to delete. It must still run, because Bedrock does not return the tags of a stopped job.</param>
    /// <param name="explicitName">The JobName among the properties.</param>
    /// <param name="cancellationToken">The deadline.</param>
    public async Task<UntoldLook> LookAsync(
        JobEvent request, JobArn deleted, string? explicitName, CancellationToken cancellationToken) =>
        await TryAsync(token => FindAsync(request, deleted, explicitName, token), cancellationToken) ?? new UntoldLook([], []);

    private async Task<UntoldLook?> FindAsync(
        JobEvent request, JobArn deleted, string? explicitName, CancellationToken cancellationToken)
    {
        var notes = await claims.ReadAsync(deleted, cancellationToken);
        var owned = await finder.FindOwnedAsync(request.Owner, [explicitName, .. notes.NextNames], mustTell: false, cancellationToken);
        var untold = new List<Job>();
        foreach (var candidate in owned)
        {
            if (CanBeUntold(request, deleted, owned, candidate)
                && await told.IsToldAsync(request, candidate, cancellationToken) == false)
            {
                untold.Add(candidate.Job);
            }
        }

        return new UntoldLook(untold, notes.NotSeenIn(owned));
    }

    /// <summary>The search is only a precaution. It must not prevent the deletion of the job itself.</summary>
    private async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T?>> action, CancellationToken cancellationToken)
    {
        try
        {
            return await Patience.WithinAsync(options.LookTime, time, action, cancellationToken);
        }
        catch (Exception failure) when (failure is JobServiceException or TimeoutException)
        {
            log.JobsNotLookedFor(failure.Message);
            return default;
        }
    }

    /// <summary>Only a job that is younger than the deleted one can be from an Update that began with the deleted one.</summary>
    private static bool CanBeUntold(JobEvent request, JobArn deleted, List<OwnedJob> owned, OwnedJob candidate) =>
        candidate.Job.Status.IsActive
        && candidate.Job.Arn != deleted
        && !candidate.IsOfLaterEventThan(request)
        && (owned.Find(job => job.Job.Arn == deleted) is not { } current || candidate.IsYoungerThan(current));
}

/// <summary>The result of a search for jobs that CloudFormation was never told of.</summary>
/// <param name="Jobs">The running ones.</param>
/// <param name="Pending">The Updates whose jobs were not seen. They may still start them.</param>
internal sealed record UntoldLook(IReadOnlyList<Job> Jobs, IReadOnlyList<EventMark> Pending);
