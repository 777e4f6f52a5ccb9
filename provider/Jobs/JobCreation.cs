using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Starts a job and takes it as far as CloudFormation is to wait for it.</summary>
internal sealed class JobCreation(JobStarter starter, ValidationWait validation)
{
    /// <summary>A job as far as it came, and what was wrong if it did not come far enough.</summary>
    public async Task<StartResult> RunAsync(
        JobRequest request,
        JobProperties properties,
        IReadOnlyList<OwnedJob> owned,
        CreateWindow window,
        CancellationToken cancellationToken) =>
        await AwaitAsync(await starter.StartAsync(request, properties, owned, window, cancellationToken), properties, cancellationToken);

    /// <summary>Waits for what <see cref="WaitFor"/> says (L15).</summary>
    public async Task<StartResult> AwaitAsync(StartResult result, JobProperties properties, CancellationToken cancellationToken)
    {
        if (result is not { Job: { } job, FailureReason: null } || properties.WaitFor != WaitFor.Validated)
        {
            return result;
        }

        try
        {
            job = await validation.WaitAsync(job, cancellationToken);
            return job.Status.IsDead || job.Status.IsCancelled
                ? result with { Job = job, FailureReason = JobFailure.Describe(job) }
                : result with { Job = job };
        }
        catch (JobServiceException failure)
        {
            return result with { FailureReason = $"job {job.Arn} was started, but its validation could not be followed: {failure.Sentence}" };
        }
        catch (OperationCanceledException)
        {
            return result with { FailureReason = $"job {job.Arn} was still {job.Status} when the function's time ran out" };
        }
    }
}
