using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>The subject of an Update of the definition.</summary>
/// <param name="Request">The event.</param>
/// <param name="PhysicalResourceId">The id by which CloudFormation knows the resource.</param>
/// <param name="Wanted">The new properties.</param>
/// <param name="Previous">The old properties; null if they cannot be read.</param>
internal sealed record UpdateSubject(JobEvent Request, string PhysicalResourceId, JobProperties Wanted, JobProperties? Previous)
{
    /// <summary>CloudFormation's current job; null if its id is not a job.</summary>
    public JobArn? Current { get; } = JobArn.TryParse(PhysicalResourceId);

    /// <summary>The explicit names that the resource has or had.</summary>
    public IReadOnlyList<string?> ExplicitNames => [Wanted.Definition.JobName, Previous?.Definition.JobName];

    /// <summary>That job among the resource's jobs; null if nothing proves that it belongs to the resource.</summary>
    public OwnedJob? CurrentIn(IReadOnlyList<OwnedJob> owned) => owned.FirstOrDefault(candidate => candidate.Job.Arn == Current);

    /// <summary>Whether an earlier delivery of this event has started the job.</summary>
    public bool IsStartedForThisEvent(Job job, IReadOnlyList<OwnedJob> owned) =>
        owned.Any(candidate => candidate.Job.Arn == job.Arn && candidate.Identity.IssuedAt == Request.Mark.IssuedAt);
}
