namespace BatchResource.Local.CloudFormation;

/// <summary>When a resource whose creation failed in a deployment without rollback is deleted: upon the next operation, but</summary>
public enum FailedCreation
{
    /// <summary>before its creation is tried again.</summary>
    IsDeletedBeforeTheRetry,

    /// <summary>in the clean-up, after its creation was tried again.</summary>
    IsDeletedAfterTheRetry,
}
