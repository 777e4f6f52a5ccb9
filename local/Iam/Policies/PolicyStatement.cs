namespace BatchResource.Local.Iam.Policies;

/// <summary>A statement of a policy. Of each pair of lists, such as Action and NotAction, one is null.</summary>
internal sealed record PolicyStatement
{
    public required PolicyEffect Effect { get; init; }

    public IReadOnlyList<string>? Actions { get; init; }

    public IReadOnlyList<string>? NotActions { get; init; }

    public IReadOnlyList<string>? Resources { get; init; }

    public IReadOnlyList<string>? NotResources { get; init; }

    /// <summary>The service principals of a trust policy; <c>*</c> for everybody.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>The accounts, roles and users of a trust policy, as they are written; <c>*</c> for everybody.</summary>
    public IReadOnlyList<string> Principals { get; init; } = [];

    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];

    /// <summary>Whether the statement is about this action, on this resource, under these circumstances.</summary>
    public bool Matches(string action, string resource, ConditionContext context) =>
        MatchesAction(action)
        && MatchesResource(resource, context)
        && Conditions.All(condition => condition.Holds(context));

    private bool MatchesAction(string action) => Actions is not null
        ? Actions.Any(pattern => Wildcard.IsMatch(pattern, action, ignoreCase: true))
        : !NotActions!.Any(pattern => Wildcard.IsMatch(pattern, action, ignoreCase: true));

    /// <summary>A trust policy has no resources: it is about the role that it belongs to.</summary>
    private bool MatchesResource(string resource, ConditionContext context)
    {
        if (Resources is not null)
            return Resources.Any(IsMatch);
        return NotResources is null || !NotResources.Any(IsMatch);

        bool IsMatch(string pattern) => context.Expand(pattern) is { } expanded && Wildcard.IsMatch(expanded, resource);
    }
}
