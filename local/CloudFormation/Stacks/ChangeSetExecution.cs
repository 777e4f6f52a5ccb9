namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Whether a change set can be executed, or what became of it.</summary>
internal static class ChangeSetExecution
{
    public const string Unavailable = "UNAVAILABLE";
    public const string Available = "AVAILABLE";
    public const string InProgress = "EXECUTE_IN_PROGRESS";
    public const string Complete = "EXECUTE_COMPLETE";
    public const string Failed = "EXECUTE_FAILED";

    /// <summary>The stack has changed since the change set was made.</summary>
    public const string Obsolete = "OBSOLETE";
}
