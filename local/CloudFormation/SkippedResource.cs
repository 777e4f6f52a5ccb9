namespace BatchResource.Local.CloudFormation;

/// <summary>
/// The physical id of a resource that continue-update-rollback skips, after an update had replaced it. Its properties are the old ones.
/// </summary>
public enum SkippedResource
{
    /// <summary>That of the new resource; the old one is deleted in the clean-up.</summary>
    KeepsReplacement,

    /// <summary>That of the old resource; the new one is deleted in the clean-up.</summary>
    KeepsOriginal,
}
