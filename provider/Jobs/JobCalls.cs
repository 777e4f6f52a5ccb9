using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>Repeats calls of Bedrock as <see cref="RetryRule"/> says, until they succeed or there is no time left.</summary>
internal sealed class JobCalls(Backoff backoff, LifecycleOptions options, TimeProvider time, Log log)
{
    /// <summary>Runs a call.</summary>
    /// <param name="call">One HTTP request.</param>
    /// <param name="patience">Says how long a failure is worth repeating.</param>
    /// <param name="notAfter">No try begins after this time; null for as long as the cancellation allows.</param>
    /// <param name="onFailure">Hears of every failure, those that are repeated included.</param>
    /// <param name="cancellationToken">The deadline of the invocation (L3).</param>
    /// <exception cref="JobServiceException">The last failure.</exception>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> call,
        Func<JobServiceException, LifecycleOptions, TimeSpan?> patience,
        DateTimeOffset? notAfter,
        Action<JobServiceException>? onFailure,
        CancellationToken cancellationToken)
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

    /// <summary>Runs a call with the usual patience, until the deadline.</summary>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        RunAsync(call, RetryRule.PatienceFor, notAfter: null, onFailure: null, cancellationToken);

    /// <summary>Runs a call that returns nothing.</summary>
    public Task RunAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                await call(token);
                return true;
            },
            cancellationToken);
}
