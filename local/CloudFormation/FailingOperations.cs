namespace BatchResource.Local.CloudFormation;

/// <summary>Operations of CloudFormation on a resource.</summary>
[Flags]
public enum FailingOperations
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The creation.</summary>
    Create = 1,

    /// <summary>An update, not counting one that rolls back.</summary>
    Update = 2,

    /// <summary>The update that rolls back another.</summary>
    Rollback = 4,

    /// <summary>The deletion.</summary>
    Delete = 8,
}
