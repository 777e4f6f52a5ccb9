using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>Finds out whether and how a job has ended.</summary>
internal sealed class JobWatch
{
    private readonly IJobService service;
    private readonly LifecycleOptions options;
    private readonly TimeProvider time;
    private readonly JobCalls calls;

    public JobWatch(IJobService service, LifecycleOptions options, TimeProvider time, Func<double> random, Log log)
    {
        this.service = service;
        this.options = options;
        this.time = time;
        calls = new JobCalls(new Backoff(options.BackoffBase, options.BackoffLimit, random), options, time, log);
    }

    /// <summary>Looks once.</summary>
    /// <exception cref="JobServiceException">Bedrock does not tell.</exception>
    public async Task<JobEnd> LookAsync(JobArn arn, bool acceptsPartiallyCompleted, CancellationToken cancellationToken)
    {
        var job = await calls.RunAsync(
            token => service.GetAsync(arn, token), RetryRule.PatienceForNewJob, notAfter: null, onFailure: null, cancellationToken);
        return JobEnd.Of(job, acceptsPartiallyCompleted);
    }

    /// <summary>Looks until a job that was said to have ended shows it, for as long as Get may lag behind the event.</summary>
    /// <exception cref="JobServiceException">Bedrock does not tell.</exception>
    public async Task<JobEnd> ConfirmAsync(JobArn arn, bool acceptsPartiallyCompleted, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var end = await LookAsync(arn, acceptsPartiallyCompleted, cancellationToken);
            if (end.HasEnded || time.GetElapsedTime(started) >= options.ConsistencyLag)
            {
                return end;
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }
}
