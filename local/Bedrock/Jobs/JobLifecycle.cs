using System.Collections.Concurrent;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Bedrock.Jobs;

/// <summary>Moves jobs through their states as time goes by.</summary>
internal sealed class JobLifecycle : IAsyncDisposable
{
    private readonly JobStore store;
    private readonly TimeProvider clock;
    private readonly Func<ModelInvocationJob, JobPlan> planFor;
    private readonly JobWork work;
    private readonly ConcurrentDictionary<string, ITimer> timers = new(StringComparer.Ordinal);
    private readonly BackgroundWork running = new();
    private readonly CancellationTokenSource stopping = new();

    public JobLifecycle(JobStore store, BedrockOptions options)
    {
        (this.store, clock, planFor) = (store, options.Clock, options.PlanFor);
        work = new JobWork(options.Runner, options.PlanFor);
        store.Observe(Watch);
        foreach (var job in store.All)
            Watch(job);
    }

    /// <summary>The job as it is at this moment, with the records that it got to by now.</summary>
    public ModelInvocationJob Now(ModelInvocationJob job) => JobProgress.At(job, planFor(job), clock.GetUtcNow());

    /// <summary>Moves a job to its next state now, without waiting for its time.</summary>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    /// <exception cref="InvalidOperationException">The job has ended.</exception>
    public async Task<ModelInvocationJob> AdvanceAsync(string jobArn)
    {
        var job = store.Find(jobArn) ?? throw new KeyNotFoundException($"there is no job {jobArn}");
        var step = JobStep.Planned(job, planFor(job)) ?? throw new InvalidOperationException($"job {job.JobName} has ended: {job.Status}");
        await TakeAsync(job, step, clock.GetUtcNow());
        return store.Find(jobArn)!;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        foreach (var timer in timers.Values)
            await timer.DisposeAsync();
        await running.WhenDoneAsync();
    }

    private void Watch(ModelInvocationJob job)
    {
        if (timers.TryRemove(job.JobArn, out var obsolete))
            obsolete.Dispose();
        if (stopping.IsCancellationRequested || JobStep.Next(job, planFor(job)) is not { Due: { } due } step)
            return;
        var now = clock.GetUtcNow();
        var wait = due > now ? due - now : TimeSpan.Zero;
        timers[job.JobArn] = clock.CreateTimer(
            _ => running.Track(TakeAsync(job, step, due)), state: null, wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The state is entered at the time it was due, however late the timer fires and however long the work takes.</summary>
    private async Task TakeAsync(ModelInvocationJob expected, JobStep step, DateTimeOffset at)
    {
        if (stopping.IsCancellationRequested || !IsStill(store.Find(expected.JobArn), expected))
            return;
        var next = await work.EnterAsync(expected, step, at, stopping.Token);
        store.Update(expected.JobArn, job => IsStill(job, expected) ? next with { Tags = job.Tags } : job);
    }

    /// <summary>Whether the job has not changed its state, as by a stop, since its next step was decided.</summary>
    private static bool IsStill(ModelInvocationJob? job, ModelInvocationJob expected) => ReferenceEquals(job?.History, expected.History);
}
