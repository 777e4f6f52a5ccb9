namespace BatchResource.Local.CloudFormation;

/// <summary>The physical id in the Update event that rolls back a replacement.</summary>
public enum RollbackPhysicalId
{
    /// <summary>That of the new resource, which is the current one at that moment.</summary>
    Replacement,

    /// <summary>That of the resource from before the update.</summary>
    Original,
}
