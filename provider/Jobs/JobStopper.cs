using BatchResource.Provider.Logging;

namespace BatchResource.Provider.Jobs;

/// <summary>Stops a job and waits until it has ended (L12).</summary>
internal sealed class JobStopper(IJobService service, JobCalls calls, LifecycleOptions options, TimeProvider time, Log log)
{
    /// <summary>
    /// Stops it. That it is gone or already ended is no failure, and what Bedrock says on refusing to stop it is not believed but looked up.
    /// </summary>
    /// <exception cref="JobServiceException">A failure that has nothing to do with the job's state.</exception>
    public async Task<StopResult> StopAsync(JobArn arn, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var isStopping = false;
        while (true)
        {
            if (!isStopping)
            {
                await RequestStopAsync(arn, cancellationToken);
            }

            var job = await FindAsync(arn, cancellationToken);
            if (job is { Status.IsTerminal: true })
            {
                log.JobEnded(job);
                return StopResult.Ended;
            }

            var elapsed = time.GetElapsedTime(started);
            if (job is null && elapsed >= options.ConsistencyLag)
            {
                return StopResult.NotFound;
            }

            isStopping = job?.Status == JobStatus.Stopping;
            if (elapsed >= options.StopWait)
            {
                return isStopping ? StopResult.Stopping : StopResult.Running;
            }

            await Task.Delay(options.PollInterval, time, cancellationToken);
        }
    }

    /// <summary>Asks Bedrock to stop a job that nobody knows of any more, and leaves it at that.</summary>
    public async Task AbandonAsync(Job job, CancellationToken cancellationToken)
    {
        try
        {
            await RequestStopAsync(job.Arn, cancellationToken);
            log.JobAbandoned(job);
        }
        catch (JobServiceException failure)
        {
            log.JobNotAbandoned(job, failure.Sentence);
        }
    }

    private async Task RequestStopAsync(JobArn arn, CancellationToken cancellationToken)
    {
        try
        {
            await calls.RunAsync(token => service.StopAsync(arn, token), cancellationToken);
            log.StopRequested(arn);
        }
        catch (JobServiceException refusal)
            when (refusal.Error is JobServiceError.NotFound or JobServiceError.Conflict or JobServiceError.Invalid)
        {
            log.StopRefused(arn, refusal.Sentence);
        }
    }

    private async Task<Job?> FindAsync(JobArn arn, CancellationToken cancellationToken)
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
}
