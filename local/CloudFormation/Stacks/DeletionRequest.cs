namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What to delete.</summary>
/// <param name="StackName">The stack's name or ARN.</param>
internal sealed record DeletionRequest(string StackName)
{
    /// <summary>Repeats of a request that carry the token of the first one change nothing.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>Resources that stay, by logical id; only for a stack in <c>DELETE_FAILED</c>.</summary>
    public IReadOnlySet<string> RetainResources { get; init; } = new HashSet<string>();

    /// <summary>Whether what cannot be deleted stays (<c>FORCE_DELETE_STACK</c>); only for a stack in <c>DELETE_FAILED</c>.</summary>
    public bool IsForced { get; init; }
}
