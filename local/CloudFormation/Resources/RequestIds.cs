using System.Collections.Concurrent;

namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>Gives out the request ids of an operation's events.</summary>
internal sealed class RequestIds(RetryRequestId retry, IReadOnlyDictionary<string, string> failedBefore)
{
    private readonly ConcurrentDictionary<string, string> used = new();

    /// <summary>For lookups that send no event.</summary>
    public static RequestIds None { get; } = new(RetryRequestId.New, new Dictionary<string, string>());

    /// <summary>The ids of this operation, by event, for the case that it fails and is tried again.</summary>
    public IReadOnlyDictionary<string, string> Used => used;

    /// <summary>The request id of an event.</summary>
    /// <param name="requestType"><c>Create</c>, <c>Update</c> or <c>Delete</c>.</param>
    /// <param name="logicalId">The resource.</param>
    /// <param name="isRollback">The event takes back what the operation did; it is never the repetition of an earlier one.</param>
    public string For(string requestType, string logicalId, bool isRollback)
    {
        if (isRollback)
            return Guid.NewGuid().ToString();
        var key = $"{requestType} {logicalId}";
        var former = retry == RetryRequestId.Same ? failedBefore.GetValueOrDefault(key) : null;
        return used.GetOrAdd(key, former ?? Guid.NewGuid().ToString());
    }
}
