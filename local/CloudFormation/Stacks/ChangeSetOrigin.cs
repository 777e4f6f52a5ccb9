namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What a change set is called, and which ones it belongs to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its ARN.</param>
internal sealed record ChangeSetOrigin(string Name, string Id)
{
    /// <summary>The ARN of the change set of the stack that its stack is nested in; null for the outermost.</summary>
    public string? ParentId { get; init; }

    /// <summary>The ARN of the outermost change set, from which alone all are executed and deleted; null for that one.</summary>
    public string? RootId { get; init; }

    /// <summary>The resource of the parent that its stack is; null for the outermost.</summary>
    public string? LogicalId { get; init; }
}
