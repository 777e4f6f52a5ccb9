namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Which change set to execute, and how.</summary>
/// <param name="ChangeSet">Its name or ARN.</param>
/// <param name="StackName">The stack's name or ARN; may be absent where the change set's ARN is given.</param>
internal sealed record ChangeSetExecutionRequest(string ChangeSet, string? StackName = null)
{
    /// <summary>Repeats of a request that carry the token of the first one change nothing.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>Whether everything stays as it is when a resource fails; null where the request does not say.</summary>
    public bool? DisableRollback { get; init; }

    /// <summary>Whether a rollback deletes what this operation had created even where the template says <c>Retain</c>.</summary>
    public bool RetainExceptOnCreate { get; init; }
}
