using BatchResource.Contract;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// What happens on Update (L10, L11). A failure never changes the physical id: CloudFormation's rollback then names the job that stays,
/// and looks after the other.
/// </summary>
internal sealed class UpdateLifecycle(
    JobCreation creation,
    JobFinder finder,
    JobStopper stopper,
    JobTagger tagger,
    IJobService service,
    JobCalls calls,
    LifecycleOptions options,
    TimeProvider time,
    Log log)
{
    /// <summary>Brings the resource from one set of properties to another.</summary>
    /// <param name="request">The event.</param>
    /// <param name="physicalResourceId">What CloudFormation knows the resource by.</param>
    /// <param name="wanted">The new properties.</param>
    /// <param name="previous">The old ones, or null when they cannot be read (and so cannot have started a job).</param>
    /// <param name="cancellationToken">The deadline (L3).</param>
    public async Task<JobOutcome> RunAsync(
        JobRequest request,
        string physicalResourceId,
        JobProperties wanted,
        JobProperties? previous,
        CancellationToken cancellationToken)
    {
        try
        {
            return JobArn.TryParse(physicalResourceId) is { } arn && previous is not null && IsSameDefinition(wanted, previous)
                ? await ChangeInPlaceAsync(arn, wanted, previous, cancellationToken)
                : await ChangeDefinitionAsync(request, physicalResourceId, wanted, previous, cancellationToken);
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

    private async Task<JobOutcome> ChangeInPlaceAsync(
        JobArn arn, JobProperties wanted, JobProperties previous, CancellationToken cancellationToken)
    {
        if (await GetOrNullAsync(arn, cancellationToken) is not { } job)
        {
            // Bedrock has forgotten the job. The stack need not suffer for it: no job is started, and what is known stays known.
            log.JobForgotten(arn);
            return JobOutcome.Success(Forgotten(arn, wanted.Definition));
        }

        await tagger.ApplyAsync(job, TagChange.Between(previous.Tags, wanted.Tags), cancellationToken);
        log.UpdatedInPlace(job);
        return JobOutcome.Success(job);
    }

    private async Task<JobOutcome> ChangeDefinitionAsync(
        JobRequest request,
        string physicalResourceId,
        JobProperties wanted,
        JobProperties? previous,
        CancellationToken cancellationToken)
    {
        string?[] explicitNames = [wanted.Definition.JobName, previous?.Definition.JobName];
        var window = new CreateWindow(request.IssuedAt, options, time);
        var current = JobArn.TryParse(physicalResourceId);
        var owned = await FindAsync(request.Owner, current, explicitNames, cancellationToken);
        var decision = UpdateDecision.For(physicalResourceId, wanted.Definition, owned, request.IssuedAt);
        if (decision.Reuse is null)
        {
            // A list may lag behind, and a job that it does not show yet would be paid for again: a rollback can follow the deployment
            // before it within a second. So look again after a while before anything new is started.
            await Pause.ForAsync(options.ConsistencyLag, time, cancellationToken);
            owned = await FindAsync(request.Owner, current, explicitNames, cancellationToken);
            decision = UpdateDecision.For(physicalResourceId, wanted.Definition, owned, request.IssuedAt);
        }

        if (decision.Reuse is not { } job)
        {
            if (wanted.Definition.JobName is { } name && string.Equals(name, previous?.Definition.JobName, StringComparison.Ordinal))
            {
                return JobOutcome.Failure(
                    physicalResourceId,
                    $"the change needs a new job, and JobName {name} stays with the old one, since Bedrock never frees a name: give the new"
                    + " definition another JobName, or leave it out to have one generated");
            }

            var result = await creation.RunAsync(request, wanted, cancellationToken);
            if (result is not { Job: { } started, FailureReason: null })
            {
                return JobOutcome.Failure(physicalResourceId, result.FailureReason!);
            }

            job = started;
        }
        else
        {
            log.JobReused(job, decision.IsReturn);
            await tagger.ReplaceAsync(job, wanted.Tags, cancellationToken);
            if (decision.IsReturn && previous is not null)
            {
                await AwaitUndoneAsync(request, DefinitionHash.Of(previous.Definition), explicitNames, window, cancellationToken);
            }
        }

        foreach (var abandoned in UpdateDecision.Abandoned(physicalResourceId, job, owned, request))
        {
            await stopper.AbandonAsync(abandoned, cancellationToken);
        }

        return JobOutcome.Success(job);
    }

    /// <summary>The jobs of the resource, that which CloudFormation knows among them even while no list shows it.</summary>
    private async Task<List<OwnedJob>> FindAsync(
        JobOwner owner, JobArn? current, IReadOnlyList<string?> explicitNames, CancellationToken cancellationToken)
    {
        var owned = await finder.FindOwnedAsync(owner, explicitNames, cancellationToken);
        if (current is not null
            && !owned.Exists(candidate => candidate.Job.Arn == current)
            && await GetOrNullAsync(current, cancellationToken) is { } job
            && await finder.ProveAsync(owner, job, cancellationToken) is { } proven)
        {
            owned.Add(proven);
        }

        return owned;
    }

    private async Task<Job?> GetOrNullAsync(JobArn arn, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.RunAsync(token => service.GetAsync(arn, token), cancellationToken);
        }
        catch (JobServiceException failure) when (failure.Error == JobServiceError.NotFound)
        {
            return null;
        }
    }

    /// <summary>
    /// The Update that is rolled back may still be running in another process and start its job after this one looked, and CloudFormation
    /// would never hear of that job. So wait for it, until it cannot be started any more.
    /// </summary>
    private async Task AwaitUndoneAsync(
        JobRequest request,
        DefinitionHash undone,
        IReadOnlyList<string?> explicitNames,
        CreateWindow window,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var isFound = false;
            foreach (var candidate in await finder.FindOwnedAsync(request.Owner, explicitNames, cancellationToken))
            {
                if (candidate.Identity.Definition != undone || candidate.IsOfLaterEventThan(request))
                {
                    continue;
                }

                isFound |= candidate.Job.Status.IsActive || candidate.Job.Status.HasResults;
                if (candidate.Job.Status.IsActive)
                {
                    await stopper.AbandonAsync(candidate.Job, cancellationToken);
                }
            }

            if (isFound || time.GetUtcNow() >= window.QuietFrom)
            {
                return;
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }

    private static Job Forgotten(JobArn arn, JobDefinition definition) => new()
    {
        Arn = arn,
        Name = definition.JobName ?? arn.Id,
        Status = new JobStatus("Unknown"),
        ModelId = definition.ModelId,
        OutputS3Uri = definition.Output.S3Uri,
    };
}
