namespace BatchResource.Local.CloudFormation;

/// <summary>
/// An entry of a stack's history, as in
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackEvent.html">StackEvent</see>.
/// </summary>
/// <param name="Timestamp">When it happened, by the local AWS's clock.</param>
/// <param name="StackName">The stack.</param>
/// <param name="LogicalResourceId">The resource, or the stack's own name.</param>
/// <param name="PhysicalResourceId">The physical id, once there is one.</param>
/// <param name="ResourceType">The resource's type; <c>AWS::CloudFormation::Stack</c> for the stack itself.</param>
/// <param name="ResourceStatus">The new state: one of <see cref="CloudFormation.ResourceStatus"/> or <see cref="StackStatus"/>.</param>
/// <param name="ResourceStatusReason">Why, where there is something to say.</param>
public sealed record StackEvent(
    DateTimeOffset Timestamp,
    string StackName,
    string LogicalResourceId,
    string? PhysicalResourceId,
    string ResourceType,
    string ResourceStatus,
    string? ResourceStatusReason)
{
    /// <summary>An id that no other event has.</summary>
    public string EventId { get; init; } = "";

    /// <summary>The stack's ARN.</summary>
    public string StackId { get; init; } = "";

    /// <summary>The token of the request that began the operation, where it had one.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>
    /// Lambda's request id of the invocation in which a custom resource's provider failed the operation: its log lines are those with this
    /// id. Null for any other event. AWS has no such member.
    /// </summary>
    public string? ProviderRequestId { get; init; }

    /// <summary>The type under which a stack's own events stand.</summary>
    public const string StackType = "AWS::CloudFormation::Stack";
}
