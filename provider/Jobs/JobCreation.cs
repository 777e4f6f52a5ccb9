using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Starts a job and takes it as far as CloudFormation is to wait for it.</summary>
internal sealed class JobCreation(JobStarter starter, ValidationWait validation)
{
    /// <summary>A job as far as it came, and what was wrong if it did not come far enough.</summary>
    public async Task<StartResult> RunAsync(JobRequest request, JobProperties properties, CancellationToken cancellationToken)
    {
        var result = await starter.StartAsync(request, properties, cancellationToken);
        if (result is not { Job: { } job, FailureReason: null } || properties.WaitFor != WaitFor.Validated)
        {
            return result;
        }

        try
        {
            job = await validation.WaitAsync(job, cancellationToken);
            return job.Status.IsDead || job.Status.IsCancelled
                ? StartResult.NotStarted(JobFailure.Describe(job), job)
                : StartResult.Started(job);
        }
        catch (JobServiceException failure)
        {
            return StartResult.NotStarted($"job {job.Arn} was started, but its validation could not be followed: {failure.Sentence}", job);
        }
        catch (OperationCanceledException)
        {
            return StartResult.NotStarted($"job {job.Arn} was still {job.Status} when the function's time ran out", job);
        }
    }
}
