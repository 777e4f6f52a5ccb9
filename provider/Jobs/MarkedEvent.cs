using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>The Create that a marker stands for (L9).</summary>
/// <param name="RequestId">CloudFormation's RequestId.</param>
/// <param name="IssuedAt">
/// When CloudFormation issued it; null if the event did not say it, or if an earlier version wrote the marker.
/// </param>
internal sealed record MarkedEvent(string RequestId, DateTimeOffset? IssuedAt)
{
    /// <summary>Stands for the event in names and tags.</summary>
    public EventMark Mark => EventMark.Of(RequestId, IssuedAt);

    /// <summary>
    /// Whether the job was started for this event. A retried deployment has the same RequestId, but its job is another one. For a job with
    /// an explicit name, the token answers what the name does not.
    /// </summary>
    public bool HasStarted(OwnedJob candidate)
    {
        var mark = Mark;
        var isOfRequest = candidate.Identity.Event is { } started
            ? string.Equals(started.Request, mark.Request, StringComparison.Ordinal)
            : candidate.Job.ClientRequestToken is not { } token
                || string.Equals(token, RequestId, StringComparison.Ordinal)
                || token.StartsWith($"{RequestId}-", StringComparison.Ordinal);
        return isOfRequest && (mark.IssuedAt is null || candidate.Identity.IssuedAt == mark.IssuedAt);
    }
}
