using BatchResource.Local.CloudFormation.Changes;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// A deployment that was planned and can be executed, as in
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html">DescribeChangeSet</see>.
/// </summary>
internal sealed record ChangeSet
{
    /// <summary>The plan is there: <c>Status</c>.</summary>
    public const string CreateComplete = "CREATE_COMPLETE";

    /// <summary>There is nothing to execute: <c>Status</c>.</summary>
    public const string Failed = "FAILED";

    /// <summary>The reason of a change set without changes.</summary>
    public const string NoChanges =
        "The submitted information didn't contain changes. Submit different information to create a change set.";

    /// <summary>Its ARN.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether it creates the stack.</summary>
    public required bool IsCreation { get; init; }

    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>What would be deployed.</summary>
    public required StackRequest Request { get; init; }

    /// <summary>The parameters that it would be deployed with.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];

    /// <summary>The revision of the stack that it was planned for.</summary>
    public required int Revision { get; init; }

    /// <summary>How far it is itself: <see cref="CreateComplete"/> or <see cref="Failed"/>.</summary>
    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    /// <summary>Whether and how it was executed, one of <see cref="ChangeSetExecution"/>.</summary>
    public required string ExecutionStatus { get; init; }

    /// <summary>Whether the failure of a creation was said when it was made, so that nothing may be said at the execution.</summary>
    public bool HasOnStackFailure { get; init; }
}
