using BatchResource.Contract;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>Waits for a started job until Bedrock has validated it, where <see cref="WaitFor"/> asks for that (L15).</summary>
internal sealed class ValidationWait(JobCalls calls, LifecycleOptions options, TimeProvider time)
{
    /// <summary>The job as far as it came, and what was wrong if it did not come far enough. The deadline (L3) bounds the wait.</summary>
    public async Task<StartResult> ForAsync(StartResult result, JobProperties properties, CancellationToken cancellationToken)
    {
        if (result is not { Job: { } job, FailureReason: null } || properties.WaitFor != WaitFor.Validated)
        {
            return result;
        }

        try
        {
            job = await UntilValidatedAsync(job, cancellationToken);
            return job.Status.IsDead || job.Status.IsCancelled
                ? result with { Job = job, FailureReason = job.Sentence }
                : result with { Job = job };
        }
        catch (JobServiceException failure)
        {
            return result with
            {
                FailureReason = $"job {job.Arn} was started, but its validation could not be followed: {failure.Sentence}",
            };
        }
        catch (OperationCanceledException)
        {
            return result with { FailureReason = $"job {job.Arn} was still {job.Status} when the function's time ran out" };
        }
    }

    private async Task<Job> UntilValidatedAsync(Job job, CancellationToken cancellationToken)
    {
        while (job.Status.IsBeforeValidation)
        {
            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
            job = await calls.GetNewAsync(job.Arn, cancellationToken);
        }

        return job;
    }
}
