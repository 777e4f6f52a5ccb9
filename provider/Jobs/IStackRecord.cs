namespace BatchResource.Provider.Jobs;

/// <summary>
/// What CloudFormation has written down about the resource of an event. It is asked only in doubt, and may be out of reach: every failure
/// is a <see cref="StackRecordException"/>, and then the rules do without.
/// </summary>
internal interface IStackRecord
{
    /// <summary>DescribeStackResource.</summary>
    Task<StackEntry> DescribeAsync(JobRequest request, CancellationToken cancellationToken);

    /// <summary>One page of DescribeStackEvents, of all resources of the stack, the latest first.</summary>
    Task<StackEventPage> ListEventsAsync(JobRequest request, string? nextToken, CancellationToken cancellationToken);
}
