namespace BatchResource.Local.CloudFormation;

/// <summary>What a rollback does about a resource that never got a physical id.</summary>
public enum UnnamedResource
{
    /// <summary>It sends a Delete with an id of its own invention.</summary>
    DeleteWithInventedId,

    /// <summary>It sends nothing.</summary>
    Forget,
}
