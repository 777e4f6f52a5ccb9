using BatchResource.Contract;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// What happens on Update (L10, L11). A failure never changes the physical id: then CloudFormation's rollback names the job that stays, and
/// deletes the other.
/// </summary>
internal sealed class UpdateLifecycle(
    JobStarter starter,
    ValidationWait validation,
    UpdateSearch search,
    AbandonedJobs abandonedJobs,
    JobTagger tagger,
    JobClaims claims,
    JobCalls calls,
    LifecycleOptions options,
    TimeProvider time,
    JobLog log)
{
    /// <summary>Changes the resource from the old properties to the new ones.</summary>
    /// <param name="request">The event.</param>
    /// <param name="physicalResourceId">The id by which CloudFormation knows the resource.</param>
    /// <param name="wanted">The new properties.</param>
    /// <param name="previous">The old properties, or null if they cannot be read (and so cannot have started a job).</param>
    /// <param name="cancellationToken">The deadline (L3).</param>
    public async Task<JobOutcome> RunAsync(
        JobEvent request,
        string physicalResourceId,
        JobProperties wanted,
        JobProperties? previous,
        CancellationToken cancellationToken)
    {
        try
        {
            var inPlace = JobArn.TryParse(physicalResourceId) is { } arn && previous is not null && IsSameDefinition(wanted, previous)
                ? await ChangeInPlaceAsync(request, arn, wanted, previous, cancellationToken)
                : null;
            return inPlace ?? await ChangeDefinitionAsync(
                new UpdateSubject(request, physicalResourceId, wanted, previous), cancellationToken);
        }
        catch (JobServiceException failure)
        {
            return JobOutcome.Failure(physicalResourceId, failure.Sentence);
        }
        catch (OperationCanceledException)
        {
            return JobOutcome.Failure(physicalResourceId, $"the function's time ran out while {physicalResourceId} was being updated");
        }
    }

    private static bool IsSameDefinition(JobProperties wanted, JobProperties previous) =>
        DefinitionHash.Of(wanted.Definition) == DefinitionHash.Of(previous.Definition);

    /// <summary>CloudFormation issues no event of a resource before the last one has ended, so it no longer waits for this one.</summary>
    private static bool IsOvertaken(UpdateSubject subject, List<OwnedJob> owned) =>
        owned.Exists(candidate => candidate.IsOfLaterEventThan(subject.Request));

    private static JobOutcome GivenUp(UpdateSubject subject) => JobOutcome.Failure(
        subject.PhysicalResourceId,
        $"after CloudFormation issued this event, job {subject.PhysicalResourceId} was stopped or deleted, or another update began; nothing"
        + " was started, deploy again");

    /// <summary>
    /// Whether CloudFormation's current job was stopped after the event was issued. A Delete may have come in between, and CloudFormation
    /// would never learn of another job.
    /// </summary>
    private static bool IsStoppedSince(Job? current, UpdateSubject subject) =>
        current is { Status.IsCancelled: true } && current.IsOverSince(subject.Request.IssuedAt);

    /// <summary>
    /// Null if the job's definition is not the one in CloudFormation's properties, as after a skipped rollback. A change of tags must not
    /// confirm the wrong job.
    /// </summary>
    private async Task<JobOutcome?> ChangeInPlaceAsync(
        JobEvent request, JobArn arn, JobProperties wanted, JobProperties previous, CancellationToken cancellationToken)
    {
        if (await calls.FindAsync(arn, cancellationToken) is not { } job)
        {
            // Bedrock has forgotten the job. The stack need not fail for that: no job is started, and the known values stay.
            log.JobForgotten(arn);
            return JobOutcome.Success(Job.Forgotten(arn, wanted.Definition));
        }

        if (!IsOf(request.Owner, job, wanted.Definition))
        {
            return null;
        }

        if (!TagsAreEqual(previous.Tags, wanted.Tags))
        {
            await tagger.ApplyAsync(job, previous.Tags, wanted.Tags, cancellationToken);
        }

        log.UpdatedInPlace(job);
        return JobOutcome.Success(job);
    }

    /// <summary>The name decides. An explicit name belongs to the job for ever, and a change that keeps it is refused.</summary>
    private static bool IsOf(JobOwner owner, Job job, JobDefinition definition) => definition.JobName is { } name
        ? string.Equals(job.Name, name, StringComparison.Ordinal)
        : GeneratedJobName.Read(job.Name, owner)?.Definition == DefinitionHash.Of(definition);

    private static bool TagsAreEqual(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count
        && one.All(tag => other.TryGetValue(tag.Key, out var value) && string.Equals(value, tag.Value, StringComparison.Ordinal));

    private async Task<JobOutcome> ChangeDefinitionAsync(UpdateSubject subject, CancellationToken cancellationToken)
    {
        var window = new CreateWindow(subject.Request.IssuedAt, options, time);
        var owned = await search.FindAsync(subject, cancellationToken);
        var decision = await DecideAsync(subject, owned, cancellationToken);
        if (decision.Reuse is null)
        {
            // A list may lag behind, and a rollback can follow its deployment within a second. A job that the list does not show yet would
            // be paid for a second time. So look again after a while before anything new is started.
            await Pause.ForAsync(options.ConsistencyLag, time, cancellationToken);
            await search.AddNewAsync(subject, [], owned, cancellationToken);
            decision = await DecideAsync(subject, owned, cancellationToken);
        }

        if (IsOvertaken(subject, owned))
        {
            return GivenUp(subject);
        }

        if (decision.Reuse is { } job)
        {
            return await ReuseAsync(subject, job, decision.IsReturn, owned, window, cancellationToken);
        }

        return decision.StoppedSince is { } stopped && window.IsLateDelivery
            ? JobOutcome.Failure(
                subject.PhysicalResourceId,
                $"job {stopped.Arn}, which has the wanted definition, was stopped after CloudFormation issued this event; nothing was"
                + " started, deploy again")
            : await StartAsync(subject, owned, window, cancellationToken);
    }

    /// <summary>Decides by the list, but asks for the chosen job's real state first, because the list lags behind.</summary>
    private async Task<UpdateDecision> DecideAsync(UpdateSubject subject, List<OwnedJob> owned, CancellationToken cancellationToken)
    {
        while (true)
        {
            var decision = UpdateDecision.For(
                subject.PhysicalResourceId, subject.Wanted.Definition, owned, subject.Request.IssuedAt);
            if (decision.Reuse is not { } listed)
            {
                return decision;
            }

            var job = await calls.RefreshAsync(listed, cancellationToken);
            var index = owned.FindIndex(candidate => candidate.Job == listed);
            owned[index] = owned[index] with { Job = job };
            if (job.Status == listed.Status)
            {
                return decision with { Reuse = job };
            }
        }
    }

    private async Task<JobOutcome> ReuseAsync(
        UpdateSubject subject,
        Job job,
        bool isReturn,
        List<OwnedJob> owned,
        CreateWindow window,
        CancellationToken cancellationToken)
    {
        log.JobReused(job, isReturn);
        await tagger.ApplyAsync(job, subject.Previous?.Tags ?? subject.Wanted.Tags, subject.Wanted.Tags, cancellationToken);
        if (isReturn)
        {
            await abandonedJobs.AwaitUndoneAsync(subject, owned, window, cancellationToken);
        }
        else if (!subject.IsStartedForThisEvent(job, owned))
        {
            // An earlier Update may still be under way. After this note it starts and stops nothing. What it has started by then is found
            // here, and what it has stopped by then is seen here.
            var notes = await claims.NoteReplacementAsync(subject.CurrentIn(owned)?.Job, subject.Request.Mark, cancellationToken);
            if (notes.AreAfter(subject.Request.Mark))
            {
                return GivenUp(subject);
            }

            await claims.AdoptAsync(job, subject.Request.Mark, cancellationToken);
            await AwaitEarlierAsync(subject, notes, owned, cancellationToken);
        }

        // Another delivery or an earlier Update may have stopped it before it could see these notes.
        if (!isReturn && (await calls.RefreshAsync(job, cancellationToken)).Status is { IsCancelled: true } status)
        {
            return JobOutcome.Failure(
                subject.PhysicalResourceId,
                $"job {job.Arn}, which has the wanted definition, was stopped meanwhile ({status}); nothing was started, deploy again");
        }

        await abandonedJobs.StopAsync(subject, job, owned, cancellationToken);
        return JobOutcome.Success(job);
    }

    /// <summary>
    /// Waits for the jobs of earlier Updates that were given up but may still start them. Such a job must be stopped, or it is the wanted
    /// one.
    /// </summary>
    /// <returns>Whether there were such Updates.</returns>
    private async Task<bool> AwaitEarlierAsync(
        UpdateSubject subject, Claims notes, List<OwnedJob> owned, CancellationToken cancellationToken)
    {
        var earlier = notes.NotSeenIn(owned).Where(update => update != subject.Request.Mark).ToList();
        if (earlier.Count == 0)
        {
            return false;
        }

        var windows = new CreateWindows(options, time);
        while (true)
        {
            // The time before the search: a job that appears during it is found the next time.
            var now = time.GetUtcNow();
            await search.AddNewAsync(subject, notes.NextNames, owned, cancellationToken);
            if (notes.NotSeenIn(owned).Intersect(earlier).All(update => windows.WereQuiet(update, now)))
            {
                return true;
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }

    /// <summary>
    /// Takes the note back, because nothing was started. A late delivery leaves it: the note may be another delivery's, which starts the
    /// job just now.
    /// </summary>
    private Task WithdrawAsync(Job? current, UpdateSubject subject, CreateWindow window, CancellationToken cancellationToken) =>
        window.IsLateDelivery ? Task.CompletedTask : claims.WithdrawAsync(current, subject, cancellationToken);

    private async Task<JobOutcome> StartAsync(
        UpdateSubject subject, List<OwnedJob> owned, CreateWindow window, CancellationToken cancellationToken)
    {
        if (subject.Wanted.Definition.JobName is { } name
            && string.Equals(name, subject.Previous?.Definition.JobName, StringComparison.Ordinal))
        {
            return JobOutcome.Failure(
                subject.PhysicalResourceId,
                $"the change needs a new job, but JobName {name} stays with the old one, because Bedrock never frees a name: choose"
                + " another JobName, or leave it out to get a generated name");
        }

        var current = subject.CurrentIn(owned)?.Job;
        var isStopped = IsStoppedSince(current, subject);
        if ((isStopped && window.IsLateDelivery)
            || await claims.AnnounceAsync(current, subject, cancellationToken) is not { } notes)
        {
            await WithdrawAsync(current, subject, window, cancellationToken);
            return GivenUp(subject);
        }

        var wereEarlier = await AwaitEarlierAsync(subject, notes, owned, cancellationToken);
        if (IsOvertaken(subject, owned))
        {
            await WithdrawAsync(current, subject, window, cancellationToken);
            return GivenUp(subject);
        }

        if (wereEarlier
            && await DecideAsync(subject, owned, cancellationToken) is { Reuse: { } found } decision)
        {
            await WithdrawAsync(current, subject, window, cancellationToken);
            return await ReuseAsync(subject, found, decision.IsReturn, owned, window, cancellationToken);
        }

        var result = await starter.StartAsync(
            subject.Request, subject.Wanted, owned, window, isDoubtful: isStopped || window.IsLateDelivery, cancellationToken);
        result = await validation.ForAsync(result, subject.Wanted, cancellationToken);
        if (result is { Job: null, IsUnknown: false })
        {
            await WithdrawAsync(current, subject, window, cancellationToken);
        }

        var started = result.Origin == StartOrigin.ThisInvocation ? result.Job : null;
        if (result is not { Job: { } job, FailureReason: null })
        {
            // The id does not change, so nothing else will stop a job that was started and then failed to validate.
            return JobOutcome.Failure(subject.PhysicalResourceId, result.FailureReason!) with { Started = started };
        }

        await abandonedJobs.StopAsync(subject, job, owned, cancellationToken);
        return JobOutcome.Success(job) with { Started = started };
    }
}
