using System.Globalization;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>
/// CloudFormation's side: a stack with the job and a neighbour that can fail, with rollback, clean-up and cancellation in the order of
/// events that AWS has.
/// </summary>
internal sealed class SimulatedStack(SimulatedLambda lambda, CloudFormationSwitches switches, Random random, TimeProvider time)
{
    private static readonly TimeSpan ServiceTimeout = TimeSpan.FromHours(1);
    private const string LogicalId = "Job";
    private readonly string stackId = $"arn:aws:cloudformation:us-east-1:{switches.Account}:stack/nightly/5a1c2b30-0000-1111-2222-333344445555";
    private readonly List<(string PhysicalId, ResourceVersion Version, string? Cancelled)> leftovers = [];

    private string lastIssue = string.Empty;
    private string? lastRequestId;
    private ResourceVersion? lastTried;
    private int requests;

    /// <summary>What the stack has, or null when it has no job.</summary>
    public ResourceVersion? Version { get; private set; }

    /// <summary>What the stack knows its job by.</summary>
    public string? PhysicalId { get; private set; }

    /// <summary>What a failed Delete left to be deleted; the stack is in a FAILED state until the user tries again.</summary>
    public (string PhysicalId, ResourceVersion Version)? Undeleted { get; private set; }

    /// <summary>A rollback that failed, until the user continues it.</summary>
    public (string Carried, ResourceVersion From, IReadOnlyList<string> Copies)? Unfinished { get; private set; }

    /// <summary>Old resources that CloudFormation gave up deleting after three tries.</summary>
    public HashSet<string> Dropped { get; } = [];

    /// <summary>What the removal policy keeps: it has to run to its end.</summary>
    public HashSet<string> Kept { get; } = [];

    /// <summary>
    /// Updates that were cancelled and not rolled back. When the stack is deleted next, nobody can tell their jobs from those of updates that
    /// succeeded (docs/lifecycle.md, what is not guaranteed).
    /// </summary>
    public HashSet<string> CancelledUpdates { get; } = [];

    /// <summary>
    /// Creates that were cancelled and not rolled back. One that started nothing cannot be told from the next of its definition (likewise).
    /// </summary>
    public HashSet<string> CancelledCreates { get; } = [];

    public bool IsRollingBack => !switches.IsWithoutRollback;

    public bool IsStuck => Undeleted is not null || Unfinished is not null;

    /// <summary>Creates or updates the job.</summary>
    /// <param name="target">The new version.</param>
    /// <param name="neighbourFailsAfter">When the neighbour fails, null for never; while the job's event is under way, it is cancelled.</param>
    /// <returns>Whether the deployment succeeded.</returns>
    public async Task<bool> DeployAsync(ResourceVersion target, TimeSpan? neighbourFailsAfter)
    {
        var requestId = NextRequestId(target);
        var before = leftovers.ToList();
        leftovers.Clear();
        if (switches.CleansUpFirst)
        {
            await DeleteLeftoversAsync(before);
        }

        var isDeployed = Version is null
            ? await CreateAsync(target, requestId, neighbourFailsAfter)
            : target == Version || await UpdateAsync(target, requestId, neighbourFailsAfter);
        if (!switches.CleansUpFirst)
        {
            await DeleteLeftoversAsync(before);
        }

        return isDeployed;
    }

    /// <summary>Deletes the job, or tries again what failed.</summary>
    public async Task DeleteAsync()
    {
        await RetryAsync();
        var before = leftovers.ToList();
        leftovers.Clear();
        await DeleteLeftoversAsync(before);
        if (PhysicalId is { } physicalId && Version is { } version)
        {
            if (switches.IsRetained)
            {
                Kept.Add(physicalId);
            }
            else
            {
                await DeleteOrKeepAsync(physicalId, version);
            }

            (PhysicalId, Version) = (null, null);
        }
    }

    /// <summary>What a user does with a stack in a FAILED state: the same again.</summary>
    public async Task RetryAsync()
    {
        if (Undeleted is { } undeleted)
        {
            Undeleted = null;
            if (switches.IsWithoutRollback)
            {
                // What it was for was deleted by the first try, and the next Create may have come in between.
                CancelledCreates.Add("a Delete that was repeated");
            }

            await DeleteOrKeepAsync(undeleted.PhysicalId, undeleted.Version);
        }

        if (Unfinished is { } unfinished)
        {
            Unfinished = null;
            if (switches.SkipsFailedRollback)
            {
                // The properties are the old ones, and the id may be the new one's. Nobody looks after the others any more.
                PhysicalId = unfinished.Carried;
                Dropped.UnionWith(unfinished.Copies.Where(copy => copy != unfinished.Carried));
                return;
            }

            await RollBackAsync(unfinished.Carried, unfinished.From, unfinished.Copies);
        }
    }

    private async Task<bool> CreateAsync(ResourceVersion target, string requestId, TimeSpan? neighbourFailsAfter)
    {
        var answer = await RequestAsync("Create", requestId, null, target, null, neighbourFailsAfter);
        if (answer is { IsSuccess: true } && (neighbourFailsAfter is null || switches.IsWithoutRollback))
        {
            (PhysicalId, Version) = (answer.PhysicalResourceId, target);
            return neighbourFailsAfter is null;
        }

        if (answer is null)
        {
            // "Resource creation cancelled": two seconds later, a Delete with an id that CloudFormation made up.
            await Task.Delay(TimeSpan.FromSeconds(2), time);
        }

        var invented = string.Create(CultureInfo.InvariantCulture, $"nightly-{LogicalId}-{random.Next():X8}");
        if (switches.IsWithoutRollback)
        {
            leftovers.Add((answer?.PhysicalResourceId ?? invented, target, answer is null ? lastIssue : null));
            return false;
        }

        if (answer is { IsSuccess: true } && switches.IsRetained)
        {
            Kept.Add(answer.PhysicalResourceId);
            return false;
        }

        await DeleteOrKeepAsync(answer?.PhysicalResourceId ?? invented, target);
        return false;
    }

    private async Task<bool> UpdateAsync(ResourceVersion target, string requestId, TimeSpan? neighbourFailsAfter)
    {
        var (oldId, oldVersion) = (PhysicalId!, Version!);
        var answer = await RequestAsync("Update", requestId, oldId, target, oldVersion, neighbourFailsAfter);
        if (answer is { IsSuccess: true } && (neighbourFailsAfter is null || switches.IsWithoutRollback))
        {
            (PhysicalId, Version) = (answer.PhysicalResourceId, target);
            await CleanUpAsync([oldId], oldVersion);
            return neighbourFailsAfter is null;
        }

        if (switches.IsWithoutRollback)
        {
            if (answer is null)
            {
                CancelledUpdates.Add(lastIssue);
            }

            return false;
        }

        var newId = answer is { IsSuccess: true } ? answer.PhysicalResourceId : oldId;
        await RollBackAsync(switches.RollbackCarriesNewId ? newId : oldId, target, [oldId, newId]);
        return false;
    }

    private async Task RollBackAsync(string carried, ResourceVersion from, IReadOnlyList<string> copies)
    {
        var answer = await RequestAsync("Update", NewRequestId(), carried, Version!, from, null);
        if (answer is not { IsSuccess: true })
        {
            // UPDATE_ROLLBACK_FAILED; the user continues the rollback.
            Unfinished = (carried, from, copies);
            return;
        }

        PhysicalId = answer.PhysicalResourceId;
        await CleanUpAsync([.. copies, carried], from);
    }

    private async Task CleanUpAsync(IReadOnlyList<string> copies, ResourceVersion version)
    {
        foreach (var copy in copies.Distinct().Where(copy => copy != PhysicalId))
        {
            if (switches.IsRetained)
            {
                Kept.Add(copy);
                continue;
            }

            var isDeleted = false;
            for (var tries = 0; tries < 3 && !isDeleted; tries++)
            {
                isDeleted = await RequestAsync("Delete", NewRequestId(), copy, version, null, null) is { IsSuccess: true };
            }

            if (!isDeleted)
            {
                Dropped.Add(copy);
            }
        }
    }

    private async Task DeleteLeftoversAsync(List<(string PhysicalId, ResourceVersion Version, string? Cancelled)> left)
    {
        foreach (var (physicalId, version, cancelled) in left.Where(leftover => leftover.PhysicalId != PhysicalId))
        {
            if (cancelled is not null)
            {
                CancelledCreates.Add(cancelled);
            }

            await DeleteOrKeepAsync(physicalId, version);
        }
    }

    private async Task DeleteOrKeepAsync(string physicalId, ResourceVersion version)
    {
        if (await RequestAsync("Delete", NewRequestId(), physicalId, version, null, null) is not { IsSuccess: true })
        {
            Undeleted = (physicalId, version);
        }
    }

    /// <summary>Sends an event and waits for an answer, until the service timeout or a cancellation.</summary>
    private async Task<Answer?> RequestAsync(
        string requestType, string requestId, string? physicalId, ResourceVersion version, ResourceVersion? old, TimeSpan? cancelledAfter)
    {
        var answered = new TaskCompletionSource<Answer>();
        var issued = new CloudFormationEvent(
            requestType,
            requestId,
            stackId,
            LogicalId,
            physicalId,
            version.ToProperties(),
            old?.ToProperties(),
            time.GetUtcNow());
        lastIssue = issued.Issue;
        lambda.Deliver(issued, answer => answered.TrySetResult(answer));
        await Task.WhenAny(answered.Task, Task.Delay(cancelledAfter ?? ServiceTimeout, time));
        return answered.Task.IsCompleted ? await answered.Task : null;
    }

    private string NextRequestId(ResourceVersion target)
    {
        // A deployment that is the same as the last, which failed, is a retry.
        if (!switches.RetryKeepsRequestId || lastRequestId is null || lastTried != target || Version == target)
        {
            lastRequestId = NewRequestId();
        }

        lastTried = target;
        return lastRequestId;
    }

    private string NewRequestId() => string.Create(
        CultureInfo.InvariantCulture, $"{++requests:x8}-0000-4000-8000-00000000{random.Next(0x10000):x4}");
}
