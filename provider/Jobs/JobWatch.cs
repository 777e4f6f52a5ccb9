using BatchResource.Contract;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>Finds out whether and how a job has ended (L15a).</summary>
internal sealed class JobWatch(JobCalls calls, LifecycleOptions options, TimeProvider time)
{
    /// <summary>Asks whether the job has ended. If it has just ended, its counts may come a moment after its status.</summary>
    /// <exception cref="JobServiceException">Bedrock gives no answer.</exception>
    public Task<JobEnd> LookAsync(JobArn arn, CompletionCriteria criteria, CancellationToken cancellationToken) =>
        LookUntilAsync(IsCounted, arn, criteria, cancellationToken);

    /// <summary>Asks until a job that has ended shows its end, as long as Get may lag behind the event.</summary>
    /// <exception cref="JobServiceException">Bedrock gives no answer.</exception>
    public Task<JobEnd> ConfirmAsync(JobArn arn, CompletionCriteria criteria, CancellationToken cancellationToken) =>
        LookUntilAsync(job => job.Status.IsTerminal && IsCounted(job), arn, criteria, cancellationToken);

    private static bool IsCounted(Job job) => !job.Status.HasResults || job.Records is { Total: > 0 };

    private async Task<JobEnd> LookUntilAsync(
        Func<Job, bool> isSettled, JobArn arn, CompletionCriteria criteria, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var job = await calls.GetNewAsync(arn, cancellationToken);
            if (isSettled(job) || time.GetElapsedTime(started) >= options.ConsistencyLag)
            {
                return JobEnd.Of(job, criteria);
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }
}
