namespace BatchResource.Provider.Tests.Simulation;

/// <summary>
/// A clock that stands still until it is told to run, and then jumps from one timer to the next: hours pass in milliseconds, on one thread
/// and in the same order each time. Only what a cancelled delay leads to takes a detour over the thread pool, which is waited for.
/// </summary>
internal sealed class VirtualTime : TimeProvider
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(20);
    private readonly Lock gate = new();
    private readonly PriorityQueue<VirtualTimer, (DateTimeOffset Due, long Order)> timers = new();
    private DateTimeOffset now = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
    private long order;

    /// <summary>
    /// Starts the clock, and takes the test runner's synchronisation context off the thread: it would carry continuations to other threads.
    /// </summary>
    public VirtualTime() => SynchronizationContext.SetSynchronizationContext(null);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs until the task has completed, and returns its result or throws what it threw.</summary>
    public T Run<T>(Task<T> task)
    {
        while (!task.IsCompleted && Step(DateTimeOffset.MaxValue))
        {
        }

        Assert.True(task.IsCompleted, "nothing is left to happen, and the task has not completed");
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Runs until the task has completed.</summary>
    public void Run(Task task)
    {
        while (!task.IsCompleted && Step(DateTimeOffset.MaxValue))
        {
        }

        Assert.True(task.IsCompleted, "nothing is left to happen, and the task has not completed");
        task.GetAwaiter().GetResult();
    }

    /// <summary>Lets this much time pass.</summary>
    public void Advance(TimeSpan time)
    {
        var until = now + time;
        while (Step(until))
        {
        }

        now = until;
    }

    private bool Step(DateTimeOffset until)
    {
        if (Next(until) is not { } timer)
        {
            return false;
        }

        timer.Fire();
        return true;
    }

    private VirtualTimer? Next(DateTimeOffset until)
    {
        lock (gate)
        {
            while (timers.TryPeek(out var timer, out var priority) && priority.Due <= until)
            {
                timers.Dequeue();

                // It may have been changed or disposed of in the meantime.
                if (timer.Order == priority.Order)
                {
                    now = priority.Due > now ? priority.Due : now;
                    return timer;
                }
            }

            return null;
        }
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public long Order { get; private set; } = -1;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Order = -1;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                lock (time.gate)
                {
                    Order = time.order++;
                    time.timers.Enqueue(this, (time.now + dueTime, Order));
                }
            }

            return true;
        }

        public void Fire()
        {
            Order = -1;
            callback(state);
            if (state is CancellationTokenSource)
            {
                // A delay that is cancelled goes on by way of the thread pool; nothing else may happen before it has.
                Thread.Sleep(Settling);
            }
        }

        public void Dispose() => Order = -1;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
