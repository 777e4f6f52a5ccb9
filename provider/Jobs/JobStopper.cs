using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>Stops a job and waits until it has ended (L12).</summary>
internal sealed class JobStopper(JobCalls calls, LifecycleOptions options, TimeProvider time, JobLog log)
{
    /// <summary>
    /// Stops the job. A job that is gone or has already ended is no failure. If Bedrock refuses to stop it, the job's real state decides,
    /// not Bedrock's words.
    /// </summary>
    /// <exception cref="JobServiceException">A failure that has nothing to do with the job's state.</exception>
    public async Task<StopResult> StopAsync(JobArn arn, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            await RequestStopAsync(arn, cancellationToken);
            switch (await calls.FindAsync(arn, cancellationToken))
            {
                case { Status.IsTerminal: true } job:
                    log.JobEnded(job);
                    return StopResult.Ended;
                case { Status.IsCancelled: true } job:
                    return await WaitForEndAsync(job, started, cancellationToken);
                case null when time.GetElapsedTime(started) >= options.ConsistencyLag:
                    return StopResult.NotFound;
                case not null when time.GetElapsedTime(started) >= options.StopWait:
                    return StopResult.Running;
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }

    /// <summary>Asks Bedrock to stop a job that nobody knows any more. It does not wait for the end.</summary>
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
            await calls.StopAsync(arn, cancellationToken);
            log.StopRequested(arn);
        }
        catch (JobServiceException refusal)
            when (refusal.Error is JobServiceError.NotFound or JobServiceError.Conflict or JobServiceError.Invalid)
        {
            log.StopRefused(arn, refusal.Sentence);
        }
    }

    /// <summary>
    /// Watches a job stop, so that the resources that it uses can be deleted after it. A stopping job costs nothing more. So if its end
    /// cannot be seen, that is no failure.
    /// </summary>
    private async Task<StopResult> WaitForEndAsync(Job job, long started, CancellationToken cancellationToken)
    {
        try
        {
            while (time.GetElapsedTime(started) < options.StopWait)
            {
                await Pause.ForAsync(options.PollInterval, time, cancellationToken);
                job = await calls.FindAsync(job.Arn, cancellationToken) ?? job;
                if (job.Status.IsTerminal)
                {
                    log.JobEnded(job);
                    return StopResult.Ended;
                }
            }
        }
        catch (Exception failure) when (failure is JobServiceException or OperationCanceledException)
        {
            log.EndNotSeen(job, failure.Message);
            return StopResult.Stopping;
        }

        log.EndNotSeen(job, "it is still stopping");
        return StopResult.Stopping;
    }
}

/// <summary>The state in which a job was left.</summary>
internal enum StopResult
{
    /// <summary>There is no such job.</summary>
    NotFound,

    /// <summary>It is in a terminal state.</summary>
    Ended,

    /// <summary>It is stopping, and needs more time than there was.</summary>
    Stopping,

    /// <summary>It runs, and Bedrock does not stop it.</summary>
    Running,
}
