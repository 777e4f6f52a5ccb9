namespace BatchResource.Provider.Jobs;

/// <summary>The result of an event: success with a job or without, or failure with a reason.</summary>
/// <param name="PhysicalResourceId">The id by which CloudFormation knows the resource from now on.</param>
/// <param name="Job">The job to report, if there is one.</param>
/// <param name="FailureReason">Why it failed; null when it did not.</param>
internal sealed record JobOutcome(string PhysicalResourceId, Job? Job, string? FailureReason)
{
    /// <summary>
    /// The job that this invocation of an Update started, and that only this answer names to CloudFormation. If the answer cannot be
    /// delivered, or names another job, CloudFormation may never delete the job. After a Create it does: for a resource that it was told
    /// nothing of, it makes up an id and deletes that.
    /// </summary>
    public Job? Started { get; init; }

    public static JobOutcome Success(Job job) => new(job.Arn.Value, job, null);

    public static JobOutcome Success(string physicalResourceId) => new(physicalResourceId, null, null);

    public static JobOutcome Failure(string physicalResourceId, string reason) => new(physicalResourceId, null, reason);
}
