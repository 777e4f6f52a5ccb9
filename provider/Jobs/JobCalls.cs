using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>Calls Bedrock. Repeats a call as <see cref="RetryRule"/> says, until it succeeds or the time is up (L13).</summary>
/// <remarks>Every call throws its last failure as a <see cref="JobServiceException"/>, unless it says otherwise.</remarks>
internal sealed class JobCalls(IJobService service, LifecycleOptions options, TimeProvider time, Func<double> random, JobLog log)
{
    private readonly Backoff backoff = new(options.BackoffBase, options.BackoffLimit, random);

    /// <summary>Starts a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="notAfter">No try begins after this time.</param>
    /// <param name="onFailure">Called for every failure, also for those that are repeated.</param>
    /// <param name="cancellationToken">The deadline of the invocation (L3).</param>
    public Task<JobArn> CreateAsync(
        NewJob job, DateTimeOffset notAfter, Action<JobServiceException> onFailure, CancellationToken cancellationToken) =>
        RunAsync(token => service.CreateAsync(job, token), RetryRule.PatienceForCreate, cancellationToken, notAfter, onFailure);

    /// <summary>A job that exists.</summary>
    public Task<Job> GetAsync(JobArn arn, CancellationToken cancellationToken) =>
        RunAsync(token => service.GetAsync(arn, token), RetryRule.PatienceFor, cancellationToken);

    /// <summary>A job that was created a moment ago. Get may not show it yet.</summary>
    public Task<Job> GetNewAsync(JobArn arn, CancellationToken cancellationToken) =>
        RunAsync(token => service.GetAsync(arn, token), RetryRule.PatienceForNewJob, cancellationToken);

    /// <summary>The same for a job that certainly exists. Nothing waits long for its details.</summary>
    public Task<Job> GetDetailAsync(JobArn arn, CancellationToken cancellationToken) =>
        RunAsync(token => service.GetAsync(arn, token), RetryRule.PatienceForDetail, cancellationToken);

    /// <summary>A job; null when there is none.</summary>
    public async Task<Job?> FindAsync(JobArn arn, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(arn, cancellationToken);
        }
        catch (JobServiceException failure) when (failure.Error == JobServiceError.NotFound)
        {
            return null;
        }
    }

    /// <summary>A job as it is now, or as the list showed it if Get lags behind the list.</summary>
    public async Task<Job> RefreshAsync(Job listed, CancellationToken cancellationToken) =>
        await FindAsync(listed.Arn, cancellationToken) ?? listed;

    /// <summary>One page of the list of jobs.</summary>
    public Task<JobPage> ListAsync(
        string nameContains, DateTimeOffset? submittedAfter, string? nextToken, CancellationToken cancellationToken) =>
        RunAsync(
            token => service.ListAsync(nameContains, submittedAfter, nextToken, token), RetryRule.PatienceFor, cancellationToken);

    /// <summary>Asks Bedrock to stop a job.</summary>
    public Task StopAsync(JobArn arn, CancellationToken cancellationToken) =>
        RunAsync(token => service.StopAsync(arn, token), cancellationToken);

    /// <summary>The tags of a job.</summary>
    public Task<IReadOnlyDictionary<string, string>> ListTagsAsync(JobArn arn, CancellationToken cancellationToken) =>
        RunAsync(token => service.ListTagsAsync(arn, token), RetryRule.PatienceFor, cancellationToken);

    /// <summary>Adds tags to a job.</summary>
    public Task TagAsync(JobArn arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        RunAsync(token => service.TagAsync(arn, tags, token), cancellationToken);

    /// <summary>Removes tags from a job.</summary>
    public Task UntagAsync(JobArn arn, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        RunAsync(token => service.UntagAsync(arn, keys, token), cancellationToken);

    private Task<bool> RunAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) => RunAsync(
        async token =>
        {
            await call(token);
            return true;
        },
        RetryRule.PatienceFor,
        cancellationToken);

    private async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> call,
        Func<JobServiceException, LifecycleOptions, TimeSpan?> patience,
        CancellationToken cancellationToken,
        DateTimeOffset? notAfter = null,
        Action<JobServiceException>? onFailure = null)
    {
        var started = time.GetTimestamp();
        for (var repetition = 1; ; repetition++)
        {
            try
            {
                return await call(cancellationToken);
            }
            catch (JobServiceException failure)
            {
                onFailure?.Invoke(failure);
                var delay = backoff.Before(repetition);
                if (patience(failure, options) is not { } limit
                    || (limit != TimeSpan.MaxValue && time.GetElapsedTime(started) + delay > limit)
                    || time.GetUtcNow() + delay > notAfter)
                {
                    throw;
                }

                log.CallRepeated(failure.Operation, failure.Error.ToString(), repetition, delay);
                await Pause.ForAsync(delay, time, cancellationToken);
            }
        }
    }
}
