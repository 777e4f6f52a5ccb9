namespace BatchResource.Provider.Jobs;

/// <summary>
/// CloudFormation's record of an event's resource. The rules ask it only in doubt, and it may be out of reach: every failure is a
/// <see cref="StackRecordException"/>, and then the rules continue without it.
/// </summary>
internal interface IStackRecord
{
    /// <summary>DescribeStackResource.</summary>
    Task<StackEntry> DescribeAsync(JobEvent request, CancellationToken cancellationToken);

    /// <summary>One page of DescribeStackEvents, of all resources of the stack, the latest first.</summary>
    Task<StackEventPage> ListEventsAsync(JobEvent request, string? nextToken, CancellationToken cancellationToken);
}

/// <summary>A page of a stack's events, the latest first, and where the next one begins; null for the last.</summary>
internal sealed record StackEventPage(IReadOnlyList<StackEntry> Events, string? NextToken);

/// <summary>A resource of a stack as it is, or as it was at one of its events.</summary>
/// <param name="LogicalResourceId">Which resource.</param>
/// <param name="PhysicalResourceId">The id by which CloudFormation knows, or knew, it; null or empty for none.</param>
/// <param name="Status">Such as <c>UPDATE_IN_PROGRESS</c>.</param>
/// <param name="At">The time of this state; null if it is not reported.</param>
internal sealed record StackEntry(string LogicalResourceId, string? PhysicalResourceId, string Status, DateTimeOffset? At)
{
    private static readonly string[] Endings = ["_COMPLETE", "_FAILED", "_SKIPPED"];

    /// <summary>Whether an event of the resource has come to its end. A status that is not known says nothing.</summary>
    public bool HasEnded => Endings.Any(ending => Status.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Whether it names this job.</summary>
    public bool Names(JobArn arn) => string.Equals(PhysicalResourceId, arn.Value, StringComparison.Ordinal);
}

/// <summary>The question to CloudFormation failed, or got no answer.</summary>
internal sealed class StackRecordException(string message, Exception? innerException = null) : Exception(message, innerException);
