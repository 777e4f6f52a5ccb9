using BatchResource.Contract;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>What happens on Delete (L12). The physical id never changes.</summary>
internal sealed class DeleteLifecycle(
    JobFinder finder,
    JobStopper stopper,
    JobClaims claims,
    JobCalls calls,
    ToldJobs told,
    UntoldJobs untold,
    LifecycleOptions options,
    TimeProvider time,
    JobLog log)
{
    // How long a rollback may be busy with other resources before it reaches this one.
    private static readonly TimeSpan RollbackTime = TimeSpan.FromHours(1);

    /// <summary>Stops everything that belongs to the physical id.</summary>
    /// <param name="request">The event.</param>
    /// <param name="physicalResourceId">A job's ARN, a marker of the provider, or an id that CloudFormation made up.</param>
    /// <param name="explicitName">The JobName among the properties. The other properties may be unreadable.</param>
    /// <param name="definition">The definition in the properties; null if they are unreadable.</param>
    /// <param name="cancellationToken">The deadline (L3).</param>
    public async Task<JobOutcome> RunAsync(
        JobEvent request,
        string physicalResourceId,
        string? explicitName,
        DefinitionHash? definition,
        CancellationToken cancellationToken)
    {
        var subject = new DeletedId(physicalResourceId, definition);
        try
        {
            return JobArn.TryParse(physicalResourceId) is { } arn
                ? await DeleteJobAsync(request, arn, subject, explicitName, cancellationToken)
                : subject.IsArn
                    ? JobOutcome.Success(physicalResourceId)
                    : await DeleteStartedAsync(request, subject, explicitName, cancellationToken);
        }
        catch (JobServiceException) when (PhysicalId.IsNoJob(physicalResourceId))
        {
            // That Create started nothing. The search is only a precaution, and must not block the deletion of a stack.
            return JobOutcome.Success(physicalResourceId);
        }
        catch (JobServiceException failure)
        {
            return NotStopped(physicalResourceId, subject.Named, failure);
        }
        catch (OperationCanceledException)
        {
            return JobOutcome.Failure(
                physicalResourceId, $"the function's time ran out while {subject.Named} was being stopped; delete again");
        }
    }

    private static JobOutcome NotStopped(string physicalResourceId, string named, JobServiceException failure) =>
        JobOutcome.Failure(physicalResourceId, $"{named} could not be stopped: {failure.Sentence}");

    private static JobOutcome Outcome(string physicalResourceId, JobArn arn, StopResult result) => result == StopResult.Running
        ? JobOutcome.Failure(physicalResourceId, $"job {arn} is still running although Bedrock was asked to stop it; delete again")
        : JobOutcome.Success(physicalResourceId);

    /// <summary>An ARN is that job or none: it never leads to another.</summary>
    private async Task<JobOutcome> DeleteJobAsync(
        JobEvent request, JobArn arn, DeletedId subject, string? explicitName, CancellationToken cancellationToken)
    {
        if (!request.CanHaveStarted(arn))
        {
            return JobOutcome.Success(arn.Value);
        }

        // CloudFormation sends nothing while it waits for this Delete. A later event exists only if CloudFormation has given up this one.
        var window = new CreateWindow(request.IssuedAt, options, time);
        if (window.IsLateDelivery
            && (await told.HasDeleteEndedAsync(request, cancellationToken) == true
                || await IsToldSinceAsync(request, arn, cancellationToken)))
        {
            return Left(arn);
        }

        // First, because Bedrock does not return the tags of a stopped job, and this process may be killed in between.
        if (await FailToDeleteUntoldAsync(request, arn, subject, explicitName, cancellationToken) is { } failure)
        {
            return failure;
        }

        return window.IsLateDelivery && await IsToldSinceAsync(request, arn, cancellationToken)
            ? Left(arn)
            : Outcome(arn.Value, arn, await stopper.StopAsync(arn, cancellationToken));
    }

    private async Task<bool> IsToldSinceAsync(JobEvent request, JobArn arn, CancellationToken cancellationToken) =>
        (await claims.ReadAsync(arn, cancellationToken)).IsToldAfter(request.IssuedAt);

    private JobOutcome Left(JobArn arn)
    {
        log.JobLeft(arn, arn.Value);
        return JobOutcome.Success(arn.Value);
    }

    /// <summary>
    /// Stops jobs that only a lost answer named. It also waits for a job as long as the Update that starts it may still run. Null if none
    /// is left.
    /// </summary>
    private async Task<JobOutcome?> FailToDeleteUntoldAsync(
        JobEvent request, JobArn arn, DeletedId subject, string? explicitName, CancellationToken cancellationToken)
    {
        var windows = new CreateWindows(options, time);
        await untold.AnnounceAsync(request, arn, cancellationToken);
        while (true)
        {
            // The time before the search: a job that appears during it is found the next time.
            var now = time.GetUtcNow();
            var found = await untold.LookAsync(request, arn, explicitName, cancellationToken);
            var isQuiet = found.Pending.All(update => windows.WereQuiet(update, now));
            subject.Job = found.Jobs is [var first, ..] ? first.Arn : null;

            // All at once: a job may take minutes to stop.
            var outcomes = await Task.WhenAll(found.Jobs.Select(job => StopUntoldAsync(arn, job, cancellationToken)));
            if (outcomes.FirstOrDefault(outcome => outcome.FailureReason is not null) is { } failed)
            {
                return failed;
            }

            subject.Job = null;
            if (isQuiet)
            {
                return null;
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }

    private async Task<JobOutcome> StopUntoldAsync(JobArn deleted, Job job, CancellationToken cancellationToken)
    {
        log.JobAbandoned(job);
        try
        {
            return Outcome(deleted.Value, job.Arn, await stopper.StopAsync(job.Arn, cancellationToken));
        }
        catch (JobServiceException failure)
        {
            return NotStopped(deleted.Value, job.Arn.Value, failure);
        }
    }

    /// <summary>
    /// Stops the jobs that the Create behind an id may have started, and waits for them as long as that Create may still run.
    /// </summary>
    private async Task<JobOutcome> DeleteStartedAsync(
        JobEvent request, DeletedId subject, string? explicitName, CancellationToken cancellationToken)
    {
        log.LookingForJobs(subject.PhysicalResourceId);
        var window = new CreateWindow(subject.Marked?.IssuedAt ?? request.IssuedAt, options, time);
        var answers = new Dictionary<JobArn, bool?>();
        while (true)
        {
            // Read before the search: a job that appears during it is found the next time.
            var isQuiet = window.IsQuiet;
            var isFound = false;
            foreach (var candidate in await finder.FindOwnedAsync(request.Owner, [explicitName], mustTell: true, cancellationToken))
            {
                if (!await MayBeOfAsync(subject, candidate, request, cancellationToken))
                {
                    continue;
                }

                var found = candidate.Job;
                var counted = await claims.ReadAsync(found.Arn, cancellationToken);
                if (counted.IsToldAfter(request.IssuedAt)
                    || !counted.IsLastRelease(subject.PhysicalResourceId)
                    || await IsToldAsync(subject, candidate, request, answers, cancellationToken) is true)
                {
                    await claims.ReleaseAsync(found, subject.PhysicalResourceId, cancellationToken);
                    log.JobLeft(found.Arn, subject.PhysicalResourceId);
                    isFound = true;
                    continue;
                }

                if (!isQuiet && answers.GetValueOrDefault(found.Arn) is null && IsPerhapsKept(subject, candidate, request))
                {
                    continue;
                }

                isFound = true;
                subject.Job = found.Arn;
                var outcome = Outcome(subject.PhysicalResourceId, found.Arn, await stopper.StopAsync(found.Arn, cancellationToken));
                if (outcome.FailureReason is not null)
                {
                    return outcome;
                }
            }

            // Nothing more can appear after a Create that certainly started nothing, or one whose job was found.
            if (isFound || isQuiet || PhysicalId.IsNoJob(subject.PhysicalResourceId))
            {
                return JobOutcome.Success(subject.PhysicalResourceId);
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }

    /// <summary>
    /// Whether the Create behind the id may have started the job, or taken it over. A marker names its event. An id that CloudFormation
    /// made up names no event, but it comes with the properties of its Create.
    /// </summary>
    private async Task<bool> MayBeOfAsync(
        DeletedId subject, OwnedJob candidate, JobEvent request, CancellationToken cancellationToken)
    {
        if (!candidate.Job.Status.IsActive || candidate.IsOfLaterEventThan(request))
        {
            return false;
        }

        if (subject.Marked is not { } marked)
        {
            return subject.Definition is null || subject.Definition == candidate.Identity.Definition;
        }

        // Lists do not show the token. If a job has an explicit name, only its token says which event started it.
        var described = candidate.Identity.Event is null
            ? candidate with { Job = await calls.RefreshAsync(candidate.Job, cancellationToken) }
            : candidate;
        return marked.HasStarted(described)
            || (await claims.ReadAsync(candidate.Job.Arn, cancellationToken)).Adoptions.Contains(marked.Mark);
    }

    /// <summary>
    /// Whether CloudFormation was told of the job. Then it knows the job by its ARN, and a made-up id does not mean the job. It is asked
    /// once.
    /// </summary>
    private async Task<bool?> IsToldAsync(
        DeletedId subject,
        OwnedJob candidate,
        JobEvent request,
        Dictionary<JobArn, bool?> answers,
        CancellationToken cancellationToken)
    {
        if (subject.Marked is null && !answers.ContainsKey(candidate.Job.Arn))
        {
            answers[candidate.Job.Arn] = await told.IsToldAsync(request, candidate, cancellationToken);
        }

        return answers.GetValueOrDefault(candidate.Job.Arn);
    }

    /// <summary>
    /// Whether the job may be a retained one: it is too old to be from a Create that can be deleted now. The cancelled Create may have put
    /// it back. That Create takes the job over and notes it, if it gets the time.
    /// </summary>
    private static bool IsPerhapsKept(DeletedId subject, OwnedJob candidate, JobEvent request) =>
        subject.Marked is null
        && request.IssuedAt - candidate.Identity.IssuedAt > request.ServiceTimeout + RollbackTime;
}
