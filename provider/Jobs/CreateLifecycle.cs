using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>What happens on Create (L4, L9, L9a).</summary>
internal sealed class CreateLifecycle(
    JobStarter starter,
    ValidationWait validation,
    JobFinder finder,
    JobClaims claims,
    JobCalls calls,
    LifecycleOptions options,
    TimeProvider time,
    JobLog log)
{
    /// <summary>
    /// Starts the job of the event, unless the resource already has one. After a failure, the id names the job, so that the following
    /// Delete finds it, or is a marker.
    /// </summary>
    public async Task<JobOutcome> RunAsync(JobEvent request, JobProperties properties, CancellationToken cancellationToken)
    {
        var window = new CreateWindow(request.IssuedAt, options, time);
        try
        {
            var owned = properties.Definition.JobName is { } name
                ? await finder.FindNamedAsync(request.Owner, [name], mustTell: false, cancellationToken)
                : await finder.FindGeneratedAsync(request.Owner, cancellationToken);
            if (await FindRunningAsync(request, properties.Definition, owned, cancellationToken) is { } running)
            {
                return await AdoptAsync(request, properties, running, cancellationToken);
            }

            var result = await starter.StartAsync(request, properties, owned, window, cancellationToken);
            return Outcome(request, await validation.ForAsync(result, properties, cancellationToken));
        }
        catch (JobServiceException failure) when (failure.Error == JobServiceError.AccessDenied)
        {
            return JobOutcome.Failure(
                PhysicalId.NoJob(request.RequestId, request.IssuedAt), $"{failure.Sentence}; nothing was started");
        }
        catch (JobServiceException failure)
        {
            return JobOutcome.Failure(PhysicalId.UnknownJob(request.RequestId, request.IssuedAt), failure.Sentence);
        }
        catch (OperationCanceledException)
        {
            return JobOutcome.Failure(
                PhysicalId.UnknownJob(request.RequestId, request.IssuedAt),
                "the function's time ran out while it looked for the resource's jobs; deploy again");
        }
    }

    private static JobOutcome Outcome(JobEvent request, StartResult result) => result switch
    {
        { FailureReason: null, Job: { } job } => JobOutcome.Success(job),
        { FailureReason: { } reason, Job: { } job } => JobOutcome.Failure(job.Arn.Value, reason),
        { IsUnknown: true } => JobOutcome.Failure(PhysicalId.UnknownJob(request.RequestId, request.IssuedAt), result.FailureReason!),
        _ => JobOutcome.Failure(PhysicalId.NoJob(request.RequestId, request.IssuedAt), result.FailureReason!),
    };

    /// <summary>
    /// A running job of the wanted definition that another event has started (L9a). It was left by a Create that was cancelled in a
    /// deployment without rollback, or it was retained and is put back. Null if this event has started one itself.
    /// </summary>
    private async Task<OwnedJob?> FindRunningAsync(
        JobEvent request, JobDefinition wanted, IReadOnlyList<OwnedJob> owned, CancellationToken cancellationToken)
    {
        var hash = DefinitionHash.Of(wanted);
        if (owned.Any(candidate => candidate.IsStartedFor(request.Mark)))
        {
            return null;
        }

        foreach (var candidate in owned.OrderByDescending(candidate => candidate.StartedFor))
        {
            // A list lags behind: a job that it shows as running may be stopping.
            if (candidate.Identity.Definition == hash
                && candidate.Job.Status.IsActive
                && await calls.RefreshAsync(candidate.Job, cancellationToken) is { Status.IsActive: true } job)
            {
                return candidate with { Job = job };
            }
        }

        return null;
    }

    private async Task<JobOutcome> AdoptAsync(
        JobEvent request, JobProperties properties, OwnedJob running, CancellationToken cancellationToken)
    {
        // Before anything else: a Delete for this Create may come at any time, and must not count as one for the job itself.
        await claims.AdoptAsync(running.Job, request.Mark, cancellationToken);
        if (running.IsOfLaterEventThan(request))
        {
            return JobOutcome.Failure(
                PhysicalId.NoJob(request.RequestId, request.IssuedAt),
                $"a later event of this resource has started job {running.Job.Arn}; nothing was started");
        }

        log.JobReused(running.Job, isReturn: false);
        var result = await validation.ForAsync(StartResult.Adopted(running.Job), properties, cancellationToken);

        // A failure does not return the job's ARN: otherwise the Delete would stop a job that this event did not start.
        return result is { FailureReason: null, Job: { } job }
            ? JobOutcome.Success(job)
            : JobOutcome.Failure(PhysicalId.NoJob(request.RequestId, request.IssuedAt), result.FailureReason!);
    }
}
