using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// Looks for the jobs of a resource that is deleted of which CloudFormation was never told (L12): an Update started them, and was
/// cancelled or its answer lost. No other event will come for them.
/// </summary>
internal sealed class UntoldJobs(
    JobFinder finder, JobClaims claims, ToldJobs told, LifecycleOptions options, TimeProvider time, JobLog log)
{
    /// <summary>
    /// Notes on the job that it is being deleted, before anything is looked for: either an Update sees this note, or its own is seen
    /// here, since each writes before it reads.
    /// </summary>
    public Task AnnounceAsync(JobEvent request, JobArn deleted, CancellationToken cancellationToken) => TryAsync(
        async token =>
        {
            await claims.NoteDeletionAsync(deleted, request.Mark, token);
            return true;
        },
        cancellationToken);

    /// <summary>Looks once.</summary>
    /// <param name="request">The Delete.</param>
    /// <param name="deleted">The job that it is for, which has not been stopped yet: Bedrock does not tell the tags of a stopped one.</param>
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

    /// <summary>All this is a precaution, which must not keep the job that the Delete is for.</summary>
    private async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T?>> action, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.LookTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await action(either.Token);
        }
        catch (Exception failure) when (
            failure is JobServiceException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.JobsNotLookedFor(failure.Message);
            return default;
        }
    }

    /// <summary>Only a job that is younger than the deleted one can be of an Update that began with that one.</summary>
    private static bool CanBeUntold(JobEvent request, JobArn deleted, List<OwnedJob> owned, OwnedJob candidate) =>
        candidate.Job.Status.IsActive
        && candidate.Job.Arn != deleted
        && !candidate.IsOfLaterEventThan(request)
        && (owned.Find(job => job.Job.Arn == deleted) is not { } current || candidate.IsYoungerThan(current));
}

/// <summary>What a look for jobs of which CloudFormation was never told came to.</summary>
/// <param name="Jobs">Those that run.</param>
/// <param name="Pending">The Updates whose jobs were not seen, so that they may still start them.</param>
internal sealed record UntoldLook(IReadOnlyList<Job> Jobs, IReadOnlyList<EventMark> Pending);
