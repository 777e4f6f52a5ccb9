using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>What an Update of the definition is about.</summary>
/// <param name="Request">The event.</param>
/// <param name="PhysicalResourceId">What CloudFormation knows the resource by.</param>
/// <param name="Wanted">The new properties.</param>
/// <param name="Previous">The old ones; null when they cannot be read.</param>
internal sealed record UpdateSubject(JobEvent Request, string PhysicalResourceId, JobProperties Wanted, JobProperties? Previous)
{
    /// <summary>The job that CloudFormation knows the resource by; null when the id is none.</summary>
    public JobArn? Current { get; } = JobArn.TryParse(PhysicalResourceId);

    /// <summary>The explicit names that the resource has or had.</summary>
    public IReadOnlyList<string?> ExplicitNames => [Wanted.Definition.JobName, Previous?.Definition.JobName];

    /// <summary>That job, among those of the resource; null when it is not proven to be one.</summary>
    public OwnedJob? CurrentIn(IReadOnlyList<OwnedJob> owned) => owned.FirstOrDefault(candidate => candidate.Job.Arn == Current);

    /// <summary>Whether an earlier delivery of this event has started the job.</summary>
    public bool IsStartedForThisEvent(Job job, IReadOnlyList<OwnedJob> owned) =>
        owned.Any(candidate => candidate.Job.Arn == job.Arn && candidate.Identity.IssuedAt == Request.Mark.IssuedAt);
}
