using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>A job that certainly belongs to the resource, and its identity.</summary>
internal sealed record OwnedJob(Job Job, JobIdentity Identity)
{
    /// <summary>When its event was issued, or otherwise when Bedrock accepted it.</summary>
    public DateTimeOffset? StartedFor => Identity.IssuedAt ?? Job.SubmitTime;

    /// <summary>Whether it was started for this event, as far as that is known.</summary>
    public bool IsStartedFor(EventMark mark) => Identity.Event is { } started ? started == mark : Identity.IssuedAt == mark.IssuedAt;

    /// <summary>Whether it was started later: by CloudFormation's clock, or within the same second by Bedrock's.</summary>
    public bool IsYoungerThan(OwnedJob other) =>
        Identity.IssuedAt is { } own && other.Identity.IssuedAt is { } others && own != others
            ? own > others
            : Job.SubmitTime >= other.Job.SubmitTime;

    /// <summary>Whether a later event of CloudFormation started it. An event that is delivered late must not touch it.</summary>
    public bool IsOfLaterEventThan(JobEvent request) => Identity.IssuedAt > request.IssuedAt;
}
