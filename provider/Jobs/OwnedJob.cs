using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>A job that is proven to belong to the resource, and what it was started with.</summary>
internal sealed record OwnedJob(Job Job, JobIdentity Identity)
{
    /// <summary>
    /// Whether it was started for an event that CloudFormation issued later: an event that is delivered late must leave it alone.
    /// </summary>
    public bool IsOfLaterEventThan(JobRequest request) => Identity.IssuedAt > request.IssuedAt;
}
