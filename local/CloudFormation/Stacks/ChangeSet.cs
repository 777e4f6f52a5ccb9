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

    /// <summary>Why a change set of a nested stack cannot be executed by itself.</summary>
    public const string FromRootOnly = "Executable from root change set";

    /// <summary>Its ARN.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <inheritdoc cref="ChangeSetOrigin.ParentId"/>
    public string? ParentId { get; init; }

    /// <inheritdoc cref="ChangeSetOrigin.RootId"/>
    public string? RootId { get; init; }

    /// <inheritdoc cref="ChangeSetOrigin.LogicalId"/>
    public string? LogicalId { get; init; }

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

    /// <summary>Whether nested stacks have change sets of their own.</summary>
    public bool IncludesNestedStacks { get; init; }

    /// <summary>The change set for a plan.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="origin">Its name, and which ones it belongs to.</param>
    /// <param name="stack">Its stack.</param>
    /// <param name="plan">What it would do.</param>
    /// <param name="failedBelow">The ARN of a nested stack's change set that failed, or null.</param>
    /// <param name="now">When it is made.</param>
    public static ChangeSet Of(
        ChangeSetRequest request, ChangeSetOrigin origin, StackState stack, StackDiff plan, string? failedBelow, DateTimeOffset now)
    {
        var failure = failedBelow is not null
            ? $"Nested change set {failedBelow} was not successfully created: Currently in {Failed}."
            : plan.IsEmpty ? NoChanges : null;
        var isNested = origin.ParentId is not null;
        return new()
        {
            Id = origin.Id,
            Name = origin.Name,
            ParentId = origin.ParentId,
            RootId = origin.RootId,
            LogicalId = origin.LogicalId,
            Description = request.Description,
            IsCreation = request.IsCreation,
            CreationTime = now,
            Request = request.Stack with { StackName = stack.Identity.Id },
            Parameters = plan.Parameters,
            Changes = plan.Changes,
            Revision = stack.Revision,
            Status = failure is null ? CreateComplete : Failed,
            StatusReason = failure ?? (isNested ? FromRootOnly : null),
            ExecutionStatus = failure is null && !isNested ? ChangeSetExecution.Available : ChangeSetExecution.Unavailable,
            HasOnStackFailure = request.HasOnStackFailure,
            IncludesNestedStacks = request.IncludesNestedStacks,
        };
    }
}
