using System.Collections.Concurrent;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Support;

/// <summary>
/// Keeps what follows an await on the thread of the test. Without it, the code after a wait that was cancelled would run beside the clock,
/// which would meanwhile go on.
/// </summary>
internal sealed class TestThread : SynchronizationContext
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> queue = new();

    public override void Post(SendOrPostCallback d, object? state) => queue.Enqueue((d, state));

    /// <summary>Lets virtual time pass in small steps until the work is done.</summary>
    public static void Run(VirtualTime time, Func<Task> work)
    {
        var before = Current;
        var thread = new TestThread();
        SetSynchronizationContext(thread);
        try
        {
            var task = work();
            var end = time.GetUtcNow() + TimeSpan.FromHours(1);
            for (thread.RunQueue(); !task.IsCompleted; thread.RunQueue())
            {
                Assert.True(time.GetUtcNow() < end, "the work is not done within an hour");
                time.Advance(Step);
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void RunQueue()
    {
        while (queue.TryDequeue(out var next))
        {
            next.Callback(next.State);
        }
    }
}
