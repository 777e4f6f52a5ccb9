using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>What happens on Create (L4 to L9, L15).</summary>
internal sealed class CreateLifecycle(JobCreation creation)
{
    /// <summary>Starts the job of the event. A failure names the job, so that the Delete that follows finds it, or is a marker.</summary>
    public async Task<JobOutcome> RunAsync(JobRequest request, JobProperties properties, CancellationToken cancellationToken)
    {
        var result = await creation.RunAsync(request, properties, cancellationToken);
        return result switch
        {
            { FailureReason: null, Job: { } job } => JobOutcome.Success(job),
            { FailureReason: { } reason, Job: { } job } => JobOutcome.Failure(job.Arn.Value, reason),
            { IsUnknown: true } => JobOutcome.Failure(PhysicalId.UnknownJob(request.RequestId), result.FailureReason!),
            _ => JobOutcome.Failure(PhysicalId.NoJob(request.RequestId), result.FailureReason!),
        };
    }
}
