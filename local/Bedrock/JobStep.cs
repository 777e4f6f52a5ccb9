namespace BatchResource.Local.Bedrock;

/// <summary>The next state of a job and when it is due, null for never by itself.</summary>
internal sealed record JobStep(string Status, DateTimeOffset? Due, string? Message = null)
{
    /// <summary>What comes next for the job by its plan, or null when it has ended.</summary>
    public static JobStep? Next(ModelInvocationJob job, JobPlan plan)
    {
        var planned = Planned(job, plan);
        return planned is null || job.Status == JobStatus.Stopping || planned.Due <= job.ExpirationTime
            ? planned
            : new JobStep(job.Status == JobStatus.InProgress ? JobStatus.PartiallyCompleted : JobStatus.Expired, job.ExpirationTime);
    }

    /// <summary>What comes next for a test that does not want to wait.</summary>
    public static JobStep? Planned(ModelInvocationJob job, JobPlan plan) => job.Status switch
    {
        JobStatus.Submitted => After(job, plan.Submitted, JobStatus.Validating),
        JobStatus.Validating when plan.Ending == JobEnding.FailedInValidation =>
            After(job, plan.Validating, JobStatus.Failed, plan.FailureMessage),
        JobStatus.Validating => After(job, plan.Validating, JobStatus.Scheduled),
        JobStatus.Scheduled => After(job, plan.Scheduled, plan.Ending == JobEnding.Expired ? JobStatus.Expired : JobStatus.InProgress),
        JobStatus.InProgress => plan.Ending switch
        {
            JobEnding.FailedInProgress => After(job, plan.InProgress, JobStatus.Failed, plan.FailureMessage),
            JobEnding.PartiallyCompleted => After(job, plan.InProgress, JobStatus.PartiallyCompleted),
            _ => After(job, plan.InProgress, JobStatus.Completed),
        },
        JobStatus.Stopping => After(job, plan.Stopping, JobStatus.Stopped),
        _ => null,
    };

    private static JobStep After(ModelInvocationJob job, TimeSpan duration, string status, string? message = null) =>
        new(status, duration == Timeout.InfiniteTimeSpan ? null : job.LastModifiedTime + duration, message);
}
