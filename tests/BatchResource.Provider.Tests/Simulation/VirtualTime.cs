namespace BatchResource.Provider.Tests.Simulation;

/// <summary>
/// A clock that stands still until it is told to run, and then jumps from one timer to the next: hours pass in milliseconds, on one thread
/// and in the same order each time. The tests of the local AWS have a clock of their own (ManualTime), which many threads may use.
/// </summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly PriorityQueue<VirtualTimer, (DateTimeOffset Due, long Order)> timers = new();
    private DateTimeOffset now = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
    private long order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Starts something and runs until it has completed; returns its result or throws what it threw.</summary>
    public T Run<T>(Func<Task<T>> action)
    {
        Task<T>? task = null;
        OnThisThread(() =>
        {
            task = action();
            while (!task.IsCompleted && Step(DateTimeOffset.MaxValue))
            {
            }
        });
        Assert.True(task!.IsCompleted, "nothing is left to happen, and the task has not completed");
        return task.GetAwaiter().GetResult();
    }

    /// <summary>The same for what has no result.</summary>
    public void Run(Func<Task> action) => Run(async () =>
    {
        await action();
        return true;
    });

    /// <summary>Lets this much time pass.</summary>
    public void Advance(TimeSpan time)
    {
        var until = now + time;
        OnThisThread(() =>
        {
            while (Step(until))
            {
            }
        });
        now = until;
    }

    /// <summary>The test runner's context would carry what comes after an await to other threads.</summary>
    private static void OnThisThread(Action action)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private bool Step(DateTimeOffset until)
    {
        while (timers.TryPeek(out var timer, out var priority) && priority.Due <= until)
        {
            timers.Dequeue();

            // It may have been changed or disposed of in the meantime.
            if (timer.Order == priority.Order)
            {
                now = priority.Due > now ? priority.Due : now;
                timer.Fire();
                return true;
            }
        }

        return false;
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public long Order { get; private set; } = -1;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Order = -1;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Order = time.order++;
                time.timers.Enqueue(this, (time.now + dueTime, Order));
            }

            return true;
        }

        public void Fire()
        {
            Order = -1;
            callback(state);
        }

        public void Dispose() => Order = -1;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
