namespace BatchResource.Provider.Jobs;

/// <summary>What the end of a job means to a deployment that waits for it.</summary>
/// <param name="Job">The job.</param>
/// <param name="HasEnded">Whether it has.</param>
/// <param name="FailureReason">Why its end is a failure; null for success, and while it has not ended.</param>
internal sealed record JobEnd(Job Job, bool HasEnded, string? FailureReason)
{
    /// <summary>Judges a job: Completed is success, PartiallyCompleted if that is accepted, and every other end a failure.</summary>
    public static JobEnd Of(Job job, bool acceptsPartiallyCompleted)
    {
        var isSuccess = job.Status == JobStatus.Completed || (acceptsPartiallyCompleted && job.Status == JobStatus.PartiallyCompleted);
        return new JobEnd(job, job.Status.IsTerminal, job.Status.IsTerminal && !isSuccess ? JobFailure.Describe(job) : null);
    }
}
