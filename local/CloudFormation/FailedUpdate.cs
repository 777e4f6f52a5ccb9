namespace BatchResource.Local.CloudFormation;

/// <summary>How CloudFormation treats a resource whose update failed in a deployment without rollback.</summary>
public enum FailedUpdate
{
    /// <summary>It counts as updated: the next Update has the failed one's properties as the old ones.</summary>
    CountsAsUpdated,

    /// <summary>
    /// Nothing is sent, and it counts as it was: the next Update has the properties from before the failed one as the old ones.
    /// </summary>
    CountsAsBefore,

    /// <summary>An Update that takes the failed one back is sent before the operation ends.</summary>
    IsTakenBack,
}
