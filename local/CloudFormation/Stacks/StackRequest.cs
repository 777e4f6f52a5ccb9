namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What to deploy.</summary>
/// <param name="StackName">The stack's name; for an update its ARN will do too.</param>
/// <param name="TemplateBody">The template, JSON or YAML.</param>
/// <param name="Parameters">Values for its parameters.</param>
internal sealed record StackRequest(string StackName, string TemplateBody, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Repeats of a request that carry the token of the first one change nothing.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>
    /// The parameters that keep the value of the last deployment when <see cref="Parameters"/> has none; null for all of them. Every other
    /// parameter without a value takes its default, as on AWS.
    /// </summary>
    public IReadOnlyCollection<string>? PreviousParameters { get; init; }

    /// <summary>Parameters whose value is only known when what it comes from has been deployed; only in a plan.</summary>
    public IReadOnlyCollection<string> UnknownParameters { get; init; } = [];

    /// <summary>The tags of the stack; null keeps those that it has.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The ARN of the stack that this one is nested in; null where it is not.</summary>
    public string? ParentId { get; init; }

    /// <summary>What becomes of the stack when a resource fails.</summary>
    public OnFailure OnFailure { get; init; }

    /// <summary>Whether a rollback deletes what this operation had created even where the template says <c>Retain</c>.</summary>
    public bool RetainExceptOnCreate { get; init; }

    /// <summary>Whether a new stack cannot be deleted.</summary>
    public bool IsProtected { get; init; }
}
