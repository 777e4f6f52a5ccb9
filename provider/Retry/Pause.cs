namespace BatchResource.Provider.Retry;

/// <summary>The one way to wait.</summary>
internal static class Pause
{
    /// <summary>
    /// Waits on the given clock. After a cancellation, the following code runs at once and in order, so that a test can replay any
    /// interleaving on one thread. <c>Task.Delay</c> with a token would use the thread pool.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task ForAsync(TimeSpan duration, TimeProvider time, CancellationToken cancellationToken) =>
#pragma warning disable RS0030 // This is the wait that all others are sent to.
        Task.Delay(duration, time, CancellationToken.None).WaitAsync(cancellationToken);
#pragma warning restore RS0030
}
