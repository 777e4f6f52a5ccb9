namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What to plan.</summary>
/// <param name="Name">The change set's name.</param>
/// <param name="Stack">What would be deployed; its token is of no account.</param>
internal sealed record ChangeSetRequest(string Name, StackRequest Stack)
{
    /// <summary>Whether it creates the stack (<c>ChangeSetType</c> <c>CREATE</c>).</summary>
    public bool IsCreation { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether nested stacks get change sets of their own.</summary>
    public bool IncludesNestedStacks { get; init; }

    /// <summary>
    /// Whether the request says what becomes of a stack that fails (<c>OnStackFailure</c>), so that the execution may not.
    /// </summary>
    public bool HasOnStackFailure { get; init; }
}
