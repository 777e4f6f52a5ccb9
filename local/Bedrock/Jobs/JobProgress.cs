namespace BatchResource.Local.Bedrock.Jobs;

/// <summary>How far a job is with its records at some moment.</summary>
internal static class JobProgress
{
    /// <summary>The job with the counts of that moment: while it is in progress, records are processed at an even pace.</summary>
    public static ModelInvocationJob At(ModelInvocationJob job, JobPlan plan, DateTimeOffset time)
    {
        if (job.Status != JobStatus.InProgress || job.Records is not { } records)
            return job;
        return job with { Records = Counts(job, records.Total, (long)(records.Total * Share(job, plan, time))) };
    }

    /// <summary>The job with every record processed.</summary>
    public static ModelInvocationJob Finished(ModelInvocationJob job) =>
        job.Records is { } records ? job with { Records = Counts(job, records.Total, records.Total) } : job;

    private static RecordCounts Counts(ModelInvocationJob job, long total, long processed)
    {
        var errors = total == 0 ? 0 : job.FaultyRecords * processed / total;
        return new RecordCounts(total, processed, processed - errors, errors);
    }

    private static double Share(ModelInvocationJob job, JobPlan plan, DateTimeOffset time)
    {
        if (plan.InProgress == Timeout.InfiniteTimeSpan)
            return 0;
        // A job that is not to get through all its records is only half done when its time comes.
        var pace = plan.Ending == JobEnding.PartiallyCompleted ? 0.5 : 1;
        var elapsed = time - job.LastModifiedTime;
        return plan.InProgress <= elapsed ? pace : pace * Math.Max(0, elapsed / plan.InProgress);
    }
}
