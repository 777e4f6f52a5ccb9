namespace BatchResource.Local.Iam.Policies;

/// <summary>What a statement does when it matches, or all policies together.</summary>
internal enum PolicyEffect
{
    /// <summary>No statement matches.</summary>
    None,
    Allow,
    Deny,
}
