namespace BatchResource.Local.Bedrock.Jobs;

/// <summary>Does what a job must have done before it can enter its next state.</summary>
internal sealed class JobWork(IBatchRunner? runner, Func<ModelInvocationJob, JobPlan> planFor)
{
    /// <summary>The job in its next state, or Failed.</summary>
    public async Task<ModelInvocationJob> EnterAsync(
        ModelInvocationJob job, JobStep step, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var progressed = step.Status == JobStatus.Completed ? JobProgress.Finished(job) : JobProgress.At(job, planFor(job), at);
        if (runner is null)
            return progressed.Enter(step.Status, at, step.Message);
        try
        {
            return (job.Status, step.Status) switch
            {
                (JobStatus.Validating, JobStatus.Scheduled) => Checked(job, step, at, await runner.CheckAsync(job, cancellationToken)),
                (JobStatus.InProgress, JobStatus.Completed or JobStatus.PartiallyCompleted) or (JobStatus.Stopping, JobStatus.Stopped)
                    when progressed.Records is { Processed: > 0 } records =>
                    Finished(progressed, step, at, await runner.RunAsync(progressed, records.Processed, cancellationToken)),
                _ => progressed.Enter(step.Status, at, step.Message),
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Finished(progressed, step, at, BatchResult.Fail($"An internal error occurred: {e.Message}"));
        }
    }

    private static ModelInvocationJob Checked(ModelInvocationJob job, JobStep step, DateTimeOffset at, InputCheck check)
    {
        if (check.Failure is { } failure)
            return job.Enter(JobStatus.Failed, at, failure);
        var entered = job.Enter(step.Status, at, step.Message);
        return entered with { Records = RecordCounts.Of(check.Records), FaultyRecords = check.FaultyRecords };
    }

    private static ModelInvocationJob Finished(ModelInvocationJob job, JobStep step, DateTimeOffset at, BatchResult result)
    {
        if (result.Failure is { } failure)
            return step.Status == JobStatus.Stopped ? job.Enter(step.Status, at) : job.Enter(JobStatus.Failed, at, failure);
        var counts = new RecordCounts(job.Records!.Total, result.Success + result.Error, result.Success, result.Error);
        return job.Enter(step.Status, at, step.Message) with { Records = counts };
    }
}
