namespace BatchResource.Provider.Retry;

/// <summary>Gives an action less time than the function has.</summary>
internal static class Patience
{
    /// <summary>Runs the action, and tells the end of its own time from the end of the caller's.</summary>
    /// <exception cref="TimeoutException">The action did not end within the limit.</exception>
    /// <exception cref="OperationCanceledException">The caller's time is up.</exception>
    public static async Task<T> WithinAsync<T>(
        TimeSpan limit, TimeProvider time, Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await action(either.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(late.Message, late);
        }
    }
}
