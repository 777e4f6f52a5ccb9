using System.Collections.Concurrent;

namespace BatchResource.Local.Ground;

/// <summary>Keeps work that runs on without being awaited, so that a stop can wait for it.</summary>
internal sealed class BackgroundWork
{
    private readonly ConcurrentDictionary<Task, bool> running = new();

    /// <summary>Runs something on another thread.</summary>
    public void Start(Func<Task> run) => Track(Task.Run(run));

    /// <summary>Notes something that runs already.</summary>
    public void Track(Task task)
    {
        if (task.IsCompleted)
            return;
        running.TryAdd(task, true);
        _ = task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>Waits until nothing runs, what is started meanwhile included.</summary>
    public async Task WhenDoneAsync()
    {
        while (!running.IsEmpty)
            await Task.WhenAll(running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
