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

    /// <summary>The same, where a job that was created a moment ago may not be visible yet.</summary>
    public static TimeSpan? PatienceForNewJob(JobServiceException failure, LifecycleOptions options) =>
        failure.Error == JobServiceError.NotFound ? options.ConsistencyLag : PatienceFor(failure, options);
}
