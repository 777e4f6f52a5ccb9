namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>The values of DeletionPolicy and UpdateReplacePolicy.</summary>
internal static class ResourcePolicy
{
    public const string Delete = "Delete";
    public const string Retain = "Retain";
    public const string RetainExceptOnCreate = "RetainExceptOnCreate";

    /// <summary>Treated like <see cref="Delete"/>: nothing here holds data worth a snapshot.</summary>
    public const string Snapshot = "Snapshot";

    public static IReadOnlyList<string> ForDeletion { get; } = [Delete, Retain, RetainExceptOnCreate, Snapshot];

    public static IReadOnlyList<string> ForReplacement { get; } = [Delete, Retain, Snapshot];
}
