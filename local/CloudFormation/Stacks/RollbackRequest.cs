namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Which stack to roll back, as <c>RollbackStack</c> and <c>ContinueUpdateRollback</c> do.</summary>
/// <param name="StackName">The stack's name or ARN.</param>
internal sealed record RollbackRequest(string StackName)
{
    /// <summary>Repeats of a request that carry the token of the first one change nothing.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>Resources that a continued rollback leaves as they are, by logical id.</summary>
    public IReadOnlySet<string> ResourcesToSkip { get; init; } = new HashSet<string>();

    /// <summary>Whether what the failed operation had created is deleted even where the template says <c>Retain</c>.</summary>
    public bool RetainExceptOnCreate { get; init; }
}
