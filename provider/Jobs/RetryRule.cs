namespace BatchResource.Provider.Jobs;

/// <summary>
/// Decides which failures of a call to repeat, and how long after the first try (L13). Pure: it uses no clock and makes no call.
/// </summary>
internal static class RetryRule
{
    /// <summary>How long to go on; null to give up at once.</summary>
    public static TimeSpan? PatienceFor(JobServiceException failure, LifecycleOptions options) => failure.Error switch
    {
        JobServiceError.Throttled or JobServiceError.Server or JobServiceError.NoAnswer or JobServiceError.QuotaExceeded =>
            TimeSpan.MaxValue,
        _ when failure.IsRoleNotVisibleYet => options.RolePropagation,
        _ => null,
    };

    /// <summary>
    /// The same for a call that starts a job. If an update of the stack has just changed a policy, IAM needs a while until it is known
    /// everywhere. A refused call has started nothing, so a retry can never pay twice.
    /// </summary>
    public static TimeSpan? PatienceForCreate(JobServiceException failure, LifecycleOptions options) =>
        PatienceFor(failure, options) ?? (failure.IsPolicyNotVisibleYet ? options.PolicyPropagation : null);

    /// <summary>The same for a job that was created a moment ago and may not be visible yet.</summary>
    public static TimeSpan? PatienceForNewJob(JobServiceException failure, LifecycleOptions options) =>
        failure.Error == JobServiceError.NotFound ? options.ConsistencyLag : PatienceFor(failure, options);

    /// <summary>The same for details of a job that certainly exists.</summary>
    public static TimeSpan? PatienceForDetail(JobServiceException failure, LifecycleOptions options) =>
        PatienceForNewJob(failure, options) is null ? null : options.ConsistencyLag;
}
