using BatchResource.Contract;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>Starts the one job of an event, however often the event is delivered and whatever happens to the call (L4 to L8).</summary>
internal sealed class JobStarter(
    IJobService service, JobFinder finder, JobCalls calls, LifecycleOptions options, TimeProvider time, Log log)
{
    // One digit in the generated name; each further attempt takes a user who deploys again after a failed job.
    private const int MaximumAttempts = 9;

    /// <summary>Starts it or finds it started. Never throws for what Bedrock does or for the deadline.</summary>
    public async Task<StartResult> StartAsync(JobRequest request, JobProperties properties, CancellationToken cancellationToken)
    {
        var window = new CreateWindow(request.IssuedAt, options, time);
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            var wanted = NewJob.For(request, properties, attempt);
            var result = await StartOnceAsync(wanted, window, cancellationToken);
            if (result.Job is not { } job || result.FailureReason is not null)
            {
                return result;
            }

            var decision = Replay.Decide(job, properties.Definition, request);
            log.StartDecided(job, decision, attempt);
            switch (decision)
            {
                case ReplayDecision.Use:
                    return result;
                case ReplayDecision.Cancelled:
                    return StartResult.NotStarted($"job {job.Arn} of this request was stopped ({job.Status}); no other is started", job);
                case ReplayDecision.Failed:
                    return StartResult.NotStarted(JobFailure.Describe(job), job);
                case ReplayDecision.FreshAttempt when IsNameTaken(properties.Definition, job):
                    return StartResult.NotStarted(
                        $"JobName {job.Name} is held by job {job.Arn}, which is {job.Status}, and Bedrock never frees a name: choose another"
                        + " JobName, or leave it out to have one generated");
                default:
                    continue;
            }
        }

        return StartResult.NotStarted($"{MaximumAttempts} jobs of this request have failed already; change Revision to try again");
    }

    private static bool IsNameTaken(JobDefinition definition, Job job) =>
        string.Equals(definition.JobName, job.Name, StringComparison.Ordinal);

    private async Task<StartResult> StartOnceAsync(NewJob wanted, CreateWindow window, CancellationToken cancellationToken)
    {
        try
        {
            if (window.IsClosed)
            {
                log.EventTooOld(window.Age);
                return await FindStartedAsync(wanted, cancellationToken) ?? StartResult.NotStarted(
                    $"the event reached the provider {window.Age.TotalSeconds:F0} s after CloudFormation issued it, and a job is started only"
                    + $" within {options.CreateWindow.TotalSeconds:F0} s; nothing was started, deploy again");
            }

            // A call that got no answer may have started the job; one that was refused has not (L8).
            var isAmbiguous = false;
            try
            {
                var arn = await calls.RunAsync(
                    token => service.CreateAsync(wanted, token),
                    RetryRule.PatienceForCreate,
                    window.ClosesAt,
                    failure => isAmbiguous |= failure.IsAmbiguous,
                    cancellationToken);
                return StartResult.Started(await DescribeAsync(wanted.AsSubmitted(arn), cancellationToken));
            }
            catch (JobServiceException failure) when (failure.IsNameInUse)
            {
                return await AdoptByNameAsync(wanted, failure, cancellationToken);
            }
            catch (JobServiceException failure)
            {
                return !isAmbiguous
                    ? StartResult.NotStarted(failure.Sentence)
                    : await FindStartedAsync(wanted, cancellationToken) ?? StartResult.Unknown(failure.Sentence);
            }
        }
        catch (JobServiceException failure)
        {
            return StartResult.Unknown($"whether job {wanted.Name} was started could not be found out: {failure.Sentence}");
        }
        catch (OperationCanceledException)
        {
            return StartResult.Unknown($"the function's time ran out while job {wanted.Name} was being started");
        }
    }

    /// <summary>A name in use may be in use by the very job that this event started before (L6).</summary>
    private async Task<StartResult> AdoptByNameAsync(NewJob wanted, JobServiceException conflict, CancellationToken cancellationToken)
    {
        if (await FindByNameAsync(wanted.Name, cancellationToken) is not { } holder)
        {
            return StartResult.Unknown($"{conflict.Sentence}; the job that holds the name {wanted.Name} does not show up in the list of jobs");
        }

        return IsStartedFor(wanted, holder)
            ? StartResult.Started(holder)
            : StartResult.NotStarted(
                $"JobName {wanted.Name} is in use by job {holder.Arn} ({holder.Status}), which this resource did not start; choose another"
                + " JobName, or leave it out to have one generated");
    }

    private async Task<StartResult?> FindStartedAsync(NewJob wanted, CancellationToken cancellationToken) =>
        await FindByNameAsync(wanted.Name, cancellationToken) is { } job && IsStartedFor(wanted, job) ? StartResult.Started(job) : null;

    private static bool IsStartedFor(NewJob wanted, Job job) =>
        string.Equals(job.ClientRequestToken, wanted.Token, StringComparison.Ordinal);

    /// <summary>Looks for a job by its name, for as long as the list may lag, and asks for its token, which lists do not tell.</summary>
    private async Task<Job?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (await finder.FindByNameAsync(name, cancellationToken) is { } listed)
            {
                return await GetNewAsync(listed.Arn, cancellationToken);
            }

            if (time.GetElapsedTime(started) >= options.ConsistencyLag)
            {
                return null;
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }

    /// <summary>
    /// Asks what became of a job that Bedrock accepted. It exists whatever the answer, so a failure here loses nothing but detail.
    /// </summary>
    private async Task<Job> DescribeAsync(Job accepted, CancellationToken cancellationToken)
    {
        log.JobAccepted(accepted);
        try
        {
            return await GetNewAsync(accepted.Arn, cancellationToken);
        }
        catch (Exception failure) when (failure is JobServiceException or OperationCanceledException)
        {
            log.JobNotDescribed(accepted, failure.Message);
            return accepted;
        }
    }

    private Task<Job> GetNewAsync(JobArn arn, CancellationToken cancellationToken) =>
        calls.RunAsync(
            token => service.GetAsync(arn, token), RetryRule.PatienceForNewJob, notAfter: null, onFailure: null, cancellationToken);
}
