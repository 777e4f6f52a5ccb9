using BatchResource.Contract;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>Waits until Bedrock has validated a started job, if <see cref="WaitFor"/> says so (L15).</summary>
internal sealed class ValidationWait(JobCalls calls, LifecycleOptions options, TimeProvider time)
{
    /// <summary>The job in its last state, and the problem if validation did not succeed. The deadline (L3) limits the wait.</summary>
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
                FailureReason = $"job {job.Arn} was started, but the provider could not watch its validation: {failure.Sentence}",
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
