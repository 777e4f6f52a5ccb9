using System.Collections.Concurrent;

namespace BatchResource.Local.Bedrock.Jobs;

/// <summary>Moves jobs through their states as time goes by.</summary>
internal sealed class JobLifecycle : IDisposable
{
    private readonly JobStore store;
    private readonly TimeProvider clock;
    private readonly Func<ModelInvocationJob, JobPlan> planFor;
    private readonly ConcurrentDictionary<string, ITimer> timers = new(StringComparer.Ordinal);
    private volatile bool disposed;

    public JobLifecycle(JobStore store, TimeProvider clock, Func<ModelInvocationJob, JobPlan> planFor)
    {
        (this.store, this.clock, this.planFor) = (store, clock, planFor);
        store.Observe(Watch);
    }

    /// <summary>Moves a job to its next state now, without waiting for its time.</summary>
    /// <exception cref="InvalidOperationException">The job has ended.</exception>
    public ModelInvocationJob Advance(string jobArn) => store.Update(jobArn, job =>
    {
        var step = JobStep.Planned(job, planFor(job)) ?? throw new InvalidOperationException($"job {job.JobName} has ended: {job.Status}");
        return job.Enter(step.Status, clock.GetUtcNow(), step.Message);
    });

    public void Dispose()
    {
        disposed = true;
        foreach (var timer in timers.Values)
            timer.Dispose();
    }

    private void Watch(ModelInvocationJob job)
    {
        if (timers.TryRemove(job.JobArn, out var obsolete))
            obsolete.Dispose();
        if (disposed || JobStep.Next(job, planFor(job)) is not { Due: { } due } step)
            return;
        var wait = due - clock.GetUtcNow();
        timers[job.JobArn] = clock.CreateTimer(
            _ => Take(job, step, due), state: null, wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The state is entered at the time it was due, however late the timer fires.</summary>
    private void Take(ModelInvocationJob expected, JobStep step, DateTimeOffset due)
    {
        if (!disposed)
            store.Update(expected.JobArn, job => ReferenceEquals(job.History, expected.History) ? job.Enter(step.Status, due, step.Message) : job);
    }
}
