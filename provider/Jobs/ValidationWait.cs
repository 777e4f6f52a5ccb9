using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>Waits until Bedrock has validated a job (L15).</summary>
internal sealed class ValidationWait(JobCalls calls, LifecycleOptions options, TimeProvider time)
{
    /// <summary>Returns the job once it has left the states before validation; the caller's deadline bounds the wait.</summary>
    public async Task<Job> WaitAsync(Job job, CancellationToken cancellationToken)
    {
        while (job.Status.IsBeforeValidation)
        {
            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
            job = await calls.GetNewAsync(job.Arn, cancellationToken);
        }

        return job;
    }
}
