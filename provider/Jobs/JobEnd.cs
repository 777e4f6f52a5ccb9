using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>What the end of a job means to a deployment that waits for it (L15a).</summary>
/// <param name="Job">The job.</param>
/// <param name="HasEnded">Whether it has ended.</param>
/// <param name="FailureReason">Why its end is a failure; null for success, and while it has not ended.</param>
internal sealed record JobEnd(Job Job, bool HasEnded, string? FailureReason)
{
    private static readonly RecordThreshold OneRecord = new(1, IsShare: false);

    /// <summary>
    /// Judges a job. Completed is a success. PartiallyCompleted is one if that is accepted. Every other end is a failure. A success needs
    /// records with results: at least one, unless the criteria say otherwise.
    /// </summary>
    public static JobEnd Of(Job job, CompletionCriteria criteria)
    {
        if (!job.Status.IsTerminal)
        {
            return new JobEnd(job, HasEnded: false, FailureReason: null);
        }

        var isAccepted = job.Status == JobStatus.Completed
            || (criteria.AcceptsPartiallyCompleted && job.Status == JobStatus.PartiallyCompleted);
        return new JobEnd(job, HasEnded: true, isAccepted ? ShortOf(job, criteria) : job.Sentence);
    }

    private static string? ShortOf(Job job, CompletionCriteria criteria)
    {
        if (job.Records is not { } records)
        {
            // The job may have successes. But if the criteria name a number, it cannot be checked.
            return criteria is { MinimumSuccessRecords: null, MaximumErrorRecords: null }
                ? null
                : $"job {job.Arn} is {job.Status}, but Bedrock does not report how many records succeeded";
        }

        var minimum = criteria.MinimumSuccessRecords ?? OneRecord;
        if (!minimum.IsReachedBy(records.Success, records.Total))
        {
            return $"job {job.Arn} is {job.Status}, but only {Counted(job, records)}: at least {minimum} must succeed";
        }

        return criteria.MaximumErrorRecords is { } maximum && maximum.IsExceededBy(records.Error, records.Total)
            ? $"job {job.Arn} is {job.Status}, but {Counted(job, records)}: at most {maximum} may fail"
            : null;
    }

    private static string Counted(Job job, RecordCounts records) =>
        $"{records.Success} of {records.Total} records succeeded and {records.Error} failed "
        + $"(each error is in its line of the .jsonl.out files in {job.ResultsS3Uri})";
}
