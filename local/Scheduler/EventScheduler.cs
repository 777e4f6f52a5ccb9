using System.Text;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Scheduler;

/// <summary>EventBridge Scheduler: invokes a function again and again, with the role that the schedule names, until its end date.</summary>
/// <param name="clock">The time that it lives by.</param>
/// <param name="authorizer">Decides whether a role may invoke the function.</param>
/// <param name="accountId">The account, which the service names when it assumes a role.</param>
/// <param name="invoke">Invokes a function without waiting for it, as Scheduler does.</param>
internal sealed class EventScheduler(
    TimeProvider clock, IAuthorizer authorizer, string accountId, Action<string, ReadOnlyMemory<byte>> invoke) : IAsyncDisposable
{
    private const string Service = "scheduler.amazonaws.com";

    private readonly Lock gate = new();
    private readonly Dictionary<string, ITimer> timers = [];
    private bool isDisposed;

    /// <summary>Creates a schedule, or replaces it.</summary>
    /// <exception cref="InvalidOperationException">Scheduler refuses it.</exception>
    public void Put(Schedule schedule)
    {
        if (!IsAllowed(CallerIdentity.ForService(Service), "sts:AssumeRole", schedule.RoleArn))
            throw new InvalidOperationException("The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
        lock (gate)
        {
            Remove(schedule.Arn);
            if (!isDisposed && !IsOver(schedule))
                timers[schedule.Arn] = clock.CreateTimer(_ => Run(schedule), null, schedule.Interval, schedule.Interval);
        }
    }

    /// <summary>Deletes a schedule.</summary>
    public void Remove(string arn)
    {
        lock (gate)
        {
            if (timers.Remove(arn, out var timer))
                timer.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            isDisposed = true;
            foreach (var timer in timers.Values)
                timer.Dispose();
            timers.Clear();
        }

        return ValueTask.CompletedTask;
    }

    private bool IsOver(Schedule schedule) => clock.GetUtcNow() >= schedule.EndDate;

    private void Run(Schedule schedule)
    {
        lock (gate)
        {
            // A tick may be on its way while the schedule is deleted.
            if (!timers.ContainsKey(schedule.Arn))
                return;
            if (IsOver(schedule))
            {
                Remove(schedule.Arn);
                return;
            }
        }

        if (IsAllowed(CallerIdentity.ForRole(schedule.RoleArn, "scheduler"), "lambda:InvokeFunction", schedule.TargetArn))
            invoke(schedule.TargetArn, Encoding.UTF8.GetBytes(schedule.Input));
    }

    private bool IsAllowed(CallerIdentity caller, string action, string resource) => authorizer.Authorize(new(
        caller,
        action,
        resource,
        new Dictionary<string, IReadOnlyList<string>> { ["aws:SourceAccount"] = [accountId] })).IsAllowed;
}
