namespace BatchResource.Provider.Jobs;

/// <summary>What an event came to: success with a job or without, or failure with a reason.</summary>
/// <param name="PhysicalResourceId">What CloudFormation is to know the resource by from now on.</param>
/// <param name="Job">The job, where one is to be reported.</param>
/// <param name="FailureReason">Why it failed; null when it did not.</param>
internal sealed record JobOutcome(string PhysicalResourceId, Job? Job, string? FailureReason)
{
    /// <summary>
    /// The job that this very invocation of an Update started, and that CloudFormation knows of by no other answer than this one. When that
    /// cannot be delivered, or names another job, CloudFormation may never delete the job. After a Create it does: it deletes a resource
    /// that it was told nothing of by an id that it makes up.
    /// </summary>
    public Job? Started { get; init; }

    public static JobOutcome Success(Job job) => new(job.Arn.Value, job, null);

    public static JobOutcome Success(string physicalResourceId) => new(physicalResourceId, null, null);

    public static JobOutcome Failure(string physicalResourceId, string reason) => new(physicalResourceId, null, reason);
}
