namespace BatchResource.Local.CloudFormation;

/// <summary>The states of a stack, see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html.</summary>
public static class StackStatus
{
    /// <summary>Resources are being created.</summary>
    public const string CreateInProgress = "CREATE_IN_PROGRESS";

    /// <summary>A creation without rollback failed; what it created is there.</summary>
    public const string CreateFailed = "CREATE_FAILED";

    /// <summary>Every resource was created.</summary>
    public const string CreateComplete = "CREATE_COMPLETE";

    /// <summary>A creation failed; what was created is being deleted.</summary>
    public const string RollbackInProgress = "ROLLBACK_IN_PROGRESS";

    /// <summary>A creation failed and left nothing. The stack can only be deleted.</summary>
    public const string RollbackComplete = "ROLLBACK_COMPLETE";

    /// <summary>A creation failed, and so did the deletion of what it had created.</summary>
    public const string RollbackFailed = "ROLLBACK_FAILED";

    /// <summary>Resources are being changed.</summary>
    public const string UpdateInProgress = "UPDATE_IN_PROGRESS";

    /// <summary>Every resource is as wanted; what was replaced or removed is being deleted.</summary>
    public const string UpdateCompleteCleanupInProgress = "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS";

    /// <summary>Every resource is as wanted.</summary>
    public const string UpdateComplete = "UPDATE_COMPLETE";

    /// <summary>An update without rollback failed; what it changed stays so.</summary>
    public const string UpdateFailed = "UPDATE_FAILED";

    /// <summary>An update failed; what it changed is being changed back.</summary>
    public const string UpdateRollbackInProgress = "UPDATE_ROLLBACK_IN_PROGRESS";

    /// <summary>Every resource is as before a failed update; what the update created is being deleted.</summary>
    public const string UpdateRollbackCompleteCleanupInProgress = "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS";

    /// <summary>Everything is as before a failed update.</summary>
    public const string UpdateRollbackComplete = "UPDATE_ROLLBACK_COMPLETE";

    /// <summary>A resource could not be brought back to what it was before a failed update.</summary>
    public const string UpdateRollbackFailed = "UPDATE_ROLLBACK_FAILED";

    /// <summary>Resources are being deleted.</summary>
    public const string DeleteInProgress = "DELETE_IN_PROGRESS";

    /// <summary>The stack is gone.</summary>
    public const string DeleteComplete = "DELETE_COMPLETE";

    /// <summary>A resource could not be deleted.</summary>
    public const string DeleteFailed = "DELETE_FAILED";

    /// <summary>Only a change set exists yet; nothing is under way.</summary>
    public const string ReviewInProgress = "REVIEW_IN_PROGRESS";

    internal static bool IsInProgress(string status) =>
        status != ReviewInProgress && status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);

    /// <summary>The states in which a deployment without rollback waits for what comes next.</summary>
    internal static bool IsPaused(string status) => status is CreateFailed or UpdateFailed;

    /// <summary>The states from which a stack can be updated.</summary>
    internal static bool CanBeUpdated(string status) => status is CreateComplete or UpdateComplete or UpdateRollbackComplete;
}
