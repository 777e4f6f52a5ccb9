namespace BatchResource.Provider.Jobs;

/// <summary>
/// Which failures of a call are worth repeating, and for how long since the first try (L13). Pure: it knows neither clock nor call.
/// </summary>
internal static class RetryRule
{
    /// <summary>How long to go on, or null to give up at once.</summary>
    public static TimeSpan? PatienceFor(JobServiceException failure, LifecycleOptions options) => failure.Error switch
    {
        JobServiceError.Throttled or JobServiceError.Server or JobServiceError.NoAnswer or JobServiceError.QuotaExceeded =>
            TimeSpan.MaxValue,
        _ when failure.IsRoleNotVisibleYet => options.RolePropagation,
        _ => null,
    };

    /// <summary>
    /// The same, where a job is to be started. A policy that an update of the stack changed just before takes IAM a while to tell; a call
    /// that is refused has started nothing, so trying again can never pay twice.
    /// </summary>
    public static TimeSpan? PatienceForCreate(JobServiceException failure, LifecycleOptions options) =>
        PatienceFor(failure, options) ?? (failure.IsPolicyNotVisibleYet ? options.PolicyPropagation : null);

    /// <summary>The same, where a job that was created a moment ago may not be visible yet.</summary>
    public static TimeSpan? PatienceForNewJob(JobServiceException failure, LifecycleOptions options) =>
        failure.Error == JobServiceError.NotFound ? options.ConsistencyLag : PatienceFor(failure, options);

    /// <summary>The same, where the job exists for certain and the rest is detail.</summary>
    public static TimeSpan? PatienceForDetail(JobServiceException failure, LifecycleOptions options) =>
        PatienceForNewJob(failure, options) is null ? null : options.ConsistencyLag;
}
