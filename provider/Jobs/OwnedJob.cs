using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>A job that is proven to belong to the resource, and what it was started with.</summary>
internal sealed record OwnedJob(Job Job, JobIdentity Identity)
{
    /// <summary>When its event was issued, or else when Bedrock took it.</summary>
    public DateTimeOffset? StartedFor => Identity.IssuedAt ?? Job.SubmitTime;

    /// <summary>Whether it was started for this event, as far as that can be told.</summary>
    public bool IsStartedFor(EventMark mark) => Identity.Event is { } started ? started == mark : Identity.IssuedAt == mark.IssuedAt;

    /// <summary>Whether it was started later: by CloudFormation's clock, and within one of its seconds by Bedrock's.</summary>
    public bool IsYoungerThan(OwnedJob other) =>
        Identity.IssuedAt is { } own && other.Identity.IssuedAt is { } others && own != others
            ? own > others
            : Job.SubmitTime >= other.Job.SubmitTime;

    /// <summary>
    /// Whether it was started for an event that CloudFormation issued later: an event that is delivered late must leave it alone.
    /// </summary>
    public bool IsOfLaterEventThan(JobEvent request) => Identity.IssuedAt > request.IssuedAt;
}
