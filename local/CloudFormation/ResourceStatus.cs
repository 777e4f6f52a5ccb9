namespace BatchResource.Local.CloudFormation;

/// <summary>The states of a resource.</summary>
public static class ResourceStatus
{
    /// <summary>The resource is being created.</summary>
    public const string CreateInProgress = "CREATE_IN_PROGRESS";

    /// <summary>The resource was created.</summary>
    public const string CreateComplete = "CREATE_COMPLETE";

    /// <summary>The resource could not be created.</summary>
    public const string CreateFailed = "CREATE_FAILED";

    /// <summary>The resource is being changed.</summary>
    public const string UpdateInProgress = "UPDATE_IN_PROGRESS";

    /// <summary>The resource was changed.</summary>
    public const string UpdateComplete = "UPDATE_COMPLETE";

    /// <summary>The resource could not be changed.</summary>
    public const string UpdateFailed = "UPDATE_FAILED";

    /// <summary>The resource is being deleted.</summary>
    public const string DeleteInProgress = "DELETE_IN_PROGRESS";

    /// <summary>The resource was deleted.</summary>
    public const string DeleteComplete = "DELETE_COMPLETE";

    /// <summary>The resource could not be deleted.</summary>
    public const string DeleteFailed = "DELETE_FAILED";

    /// <summary>The resource stays, because a policy of the template says so.</summary>
    public const string DeleteSkipped = "DELETE_SKIPPED";
}
