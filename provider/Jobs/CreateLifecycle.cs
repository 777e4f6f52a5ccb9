using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>What happens on Create (L4, L9, L9a).</summary>
internal sealed class CreateLifecycle(
    JobStarter starter,
    ValidationWait validation,
    JobFinder finder,
    JobClaims claims,
    ToldJobs told,
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

            if (owned.FirstOrDefault(candidate => candidate.IsOfLaterEventThan(request)) is { } later)
            {
                return Overtaken(request, later);
            }

            if (window.IsLateDelivery && FindEndedSince(request, properties.Definition, owned) is { } ended)
            {
                return ended.Job.Status.HasResults
                    ? await AdoptAsync(request, properties, ended, cancellationToken)
                    : JobOutcome.Failure(
                        PhysicalId.NoJob(request.RequestId, request.IssuedAt),
                        $"job {ended.Job.Arn}, which has the wanted definition, ended ({ended.Job.Status}) after CloudFormation issued this"
                        + " event; nothing was started, deploy again");
            }

            var result = await starter.StartAsync(
                request, properties, owned, window, isDoubtful: window.IsLateDelivery, cancellationToken);
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

    /// <summary>CloudFormation issues no event of a resource before the last one has ended, so it does not wait for this one.</summary>
    private static JobOutcome Overtaken(JobEvent request, OwnedJob later) => JobOutcome.Failure(
        PhysicalId.NoJob(request.RequestId, request.IssuedAt),
        $"a later event of this resource has started job {later.Job.Arn}; nothing was started");

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

    /// <summary>
    /// A job that an earlier delivery of this event may have found running, and may have been answered with. It has ended since.
    /// </summary>
    private static OwnedJob? FindEndedSince(JobEvent request, JobDefinition wanted, IReadOnlyList<OwnedJob> owned)
    {
        var hash = DefinitionHash.Of(wanted);
        return owned
            .Where(candidate => candidate.Identity.Definition == hash
                && !candidate.Job.Status.IsActive
                && candidate.Job.IsOverSince(request.IssuedAt)
                && candidate.StartedFor < request.IssuedAt)
            .MaxBy(candidate => candidate.Job.EndedAt);
    }

    private async Task<JobOutcome> AdoptAsync(
        JobEvent request, JobProperties properties, OwnedJob running, CancellationToken cancellationToken)
    {
        // Before anything else: a Delete for this Create may come at any time, and must not count as one for the job itself. But a Delete
        // that can ask whose the job is needs no note, and if it came before, the note would keep a later one from the job.
        if (running.IsOfLaterEventThan(request))
        {
            if (await told.IsToldAsync(request, running, cancellationToken) is null)
            {
                await claims.AdoptAsync(running.Job, request.Mark, cancellationToken);
            }

            return Overtaken(request, running);
        }

        await claims.AdoptAsync(running.Job, request.Mark, cancellationToken);

        log.JobReused(running.Job, isReturn: false);
        var result = await validation.ForAsync(StartResult.Adopted(running.Job), properties, cancellationToken);

        // A failure does not return the job's ARN: otherwise the Delete would stop a job that this event did not start.
        return result is { FailureReason: null, Job: { } job }
            ? JobOutcome.Success(job)
            : JobOutcome.Failure(PhysicalId.NoJob(request.RequestId, request.IssuedAt), result.FailureReason!);
    }
}
