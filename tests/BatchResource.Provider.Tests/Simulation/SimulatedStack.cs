using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>
/// CloudFormation's side: a stack with the job and a neighbour that can fail, with rollback, clean-up and cancellation in the order of
/// events that AWS has.
/// </summary>
internal sealed partial class SimulatedStack(
    SimulatedLambda lambda, SimulatedRecord record, CloudFormationSwitches switches, Random random, TimeProvider time, Tally? tally = null)
{
    public const string LogicalId = "Job";
    private static readonly TimeSpan ServiceTimeout = TimeSpan.FromHours(1);
    private readonly Tally met = tally ?? new();
    private readonly SimulatedRequestIds ids = new(switches, random);
    private readonly string stackId =
        $"arn:aws:cloudformation:us-east-1:{switches.Account}:stack/nightly/5a1c2b30-0000-1111-2222-333344445555";
    private readonly List<(string PhysicalId, ResourceVersion Version, string? Cancelled)> leftovers = [];

    private string lastIssue = string.Empty;
    private string lastUpdate = string.Empty;

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
    /// Updates that were cancelled and not rolled back, or whose rollback was skipped. When the stack is deleted next, nobody can tell
    /// their jobs from those of updates that succeeded (docs/lifecycle.md, what is not guaranteed).
    /// </summary>
    public HashSet<string> CancelledUpdates { get; } = [];

    /// <summary>
    /// Updates that were answered with a failure and not rolled back. One that is delivered again may start a job after all, if it comes
    /// within seconds or cannot ask CloudFormation whether it is awaited (likewise).
    /// </summary>
    public HashSet<string> FailedUpdates { get; } = [];

    /// <summary>
    /// Creates that were cancelled and not rolled back. One that started nothing, or whose job has ended, cannot be told from the next of
    /// its definition (likewise).
    /// </summary>
    public HashSet<string> CancelledCreates { get; } = [];

    /// <summary>Creates that were never answered: one that has not seen a job that was kept has not noted that it takes it over.</summary>
    public HashSet<ResourceVersion> UnansweredCreates { get; } = [];

    /// <summary>The same, by event: an older Create that is delivered late may have noted that CloudFormation counts on their job.</summary>
    public HashSet<string> LostCreates { get; } = [];

    /// <summary>After a rollback that was skipped, until the next success: the job may be of other properties than the stack's.</summary>
    public bool IsMismatched { get; private set; }

    public bool IsRollingBack => !switches.IsWithoutRollback;

    public bool IsStuck => Undeleted is not null || Unfinished is not null;

    /// <summary>Creates or updates the job.</summary>
    /// <param name="target">The new version.</param>
    /// <param name="neighbourFailsAfter">
    /// When the neighbour fails, null for never; while the job's event is under way, it is cancelled.
    /// </param>
    /// <returns>Whether the deployment succeeded.</returns>
    public async Task<bool> DeployAsync(ResourceVersion target, TimeSpan? neighbourFailsAfter)
    {
        var requestId = ids.OfDeployment(target, Version);
        met.AddIf(LifeKind.SameRequestId, ids.IsRetry);
        var before = leftovers.ToList();
        leftovers.Clear();
        if (switches.CleansUpFirst)
        {
            met.AddIf(LifeKind.CleanUpFirst, before.Count > 0);
            await DeleteLeftoversAsync(before);
        }

        var isDeployed = Version is null
            ? await CreateAsync(target, requestId, neighbourFailsAfter)
            : target == Version || await UpdateAsync(target, requestId, neighbourFailsAfter);
        if (!switches.CleansUpFirst)
        {
            met.AddIf(LifeKind.CleanUpLast, before.Count > 0);
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
                Keep(physicalId);
            }
            else
            {
                await DeleteOrKeepAsync(physicalId, version);
            }

            (PhysicalId, Version, IsMismatched) = (null, null, false);
        }
    }

    /// <summary>What a user does with a stack in a FAILED state: the same again.</summary>
    public async Task RetryAsync()
    {
        if (Undeleted is { } undeleted)
        {
            Undeleted = null;
            met.Add(LifeKind.DeleteRepeated);
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
            met.Add(switches.SkipsFailedRollback ? LifeKind.RollbackSkipped : LifeKind.RollbackContinued);
            if (switches.SkipsFailedRollback)
            {
                // The properties are the old ones, and the id may be the new one's. Nobody looks after the others any more.
                PhysicalId = unfinished.Carried;
                IsMismatched = true;
                CancelledUpdates.Add(lastUpdate);
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

        met.AddIf(LifeKind.CreateCancelled, answer is null && neighbourFailsAfter is not null);
        if (answer is null)
        {
            UnansweredCreates.Add(target);
            LostCreates.Add(lastIssue);

            // "Resource creation cancelled": two seconds later, a Delete with an id that CloudFormation made up.
            await Task.Delay(TimeSpan.FromSeconds(2), time);
        }

        var invented = string.Create(CultureInfo.InvariantCulture, $"nightly-{LogicalId}-{random.Next():X8}");
        if (switches.IsWithoutRollback)
        {
            met.Add(LifeKind.NoRollback);
            leftovers.Add((answer?.PhysicalResourceId ?? invented, target, answer is null ? lastIssue : null));
            return false;
        }

        met.Add(LifeKind.Rollback);
        if (answer is { IsSuccess: true } && switches.IsRetained)
        {
            Keep(answer.PhysicalResourceId);
            return false;
        }

        await DeleteOrKeepAsync(answer?.PhysicalResourceId ?? invented, target);
        return false;
    }

    private async Task<bool> UpdateAsync(ResourceVersion target, string requestId, TimeSpan? neighbourFailsAfter)
    {
        var (oldId, oldVersion) = (PhysicalId!, Version!);
        var answer = await RequestAsync("Update", requestId, oldId, target, oldVersion, neighbourFailsAfter);
        lastUpdate = lastIssue;
        if (answer is { IsSuccess: true } && (neighbourFailsAfter is null || switches.IsWithoutRollback))
        {
            (PhysicalId, Version, IsMismatched) = (answer.PhysicalResourceId, target, false);
            await CleanUpAsync([oldId], oldVersion);
            return neighbourFailsAfter is null;
        }

        met.AddIf(LifeKind.UpdateCancelled, answer is null && neighbourFailsAfter is not null);
        if (switches.IsWithoutRollback)
        {
            met.Add(LifeKind.NoRollback);
            (answer is null ? CancelledUpdates : FailedUpdates).Add(lastIssue);
            return false;
        }

        met.Add(LifeKind.Rollback);
        var newId = answer is { IsSuccess: true } ? answer.PhysicalResourceId : oldId;
        met.AddIf(switches.RollbackCarriesNewId ? LifeKind.RollbackNamesNewId : LifeKind.RollbackNamesOldId, newId != oldId);
        await RollBackAsync(switches.RollbackCarriesNewId ? newId : oldId, target, [oldId, newId]);
        return false;
    }

    private async Task RollBackAsync(string carried, ResourceVersion from, IReadOnlyList<string> copies)
    {
        var answer = await RequestAsync("Update", ids.Next(), carried, Version!, from, null);
        if (answer is not { IsSuccess: true })
        {
            // UPDATE_ROLLBACK_FAILED; the user continues the rollback.
            Unfinished = (carried, from, copies);
            return;
        }

        (PhysicalId, IsMismatched) = (answer.PhysicalResourceId, false);
        await CleanUpAsync([.. copies, carried], from);
    }

    private async Task CleanUpAsync(IReadOnlyList<string> copies, ResourceVersion version)
    {
        foreach (var copy in copies.Distinct().Where(copy => copy != PhysicalId))
        {
            if (switches.IsRetained)
            {
                Keep(copy);
                continue;
            }

            Answer? answer = null;
            for (var tries = 0; tries < 3 && answer is not { IsSuccess: true }; tries++)
            {
                answer = await RequestAsync("Delete", ids.Next(), copy, version, null, null);
            }

            if (answer is not { IsSuccess: true })
            {
                // The reason may name another job, which was to be stopped first.
                Dropped.Add(copy);
                Dropped.UnionWith(JobArnPattern().Matches(answer?.Reason ?? string.Empty).Select(match => match.Value));
                met.Add(LifeKind.DeleteDropped);
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
        if (await RequestAsync("Delete", ids.Next(), physicalId, version, null, null) is not { IsSuccess: true })
        {
            Undeleted = (physicalId, version);
        }
    }

    /// <summary>Sends an event and waits for an answer, until the service timeout or a cancellation.</summary>
    private async Task<Answer?> RequestAsync(
        string requestType, string requestId, string? physicalId, ResourceVersion version, ResourceVersion? old, TimeSpan? cancelledAfter)
    {
        var answered = new TaskCompletionSource<Answer>();
        var (properties, before) = (version.ToProperties(), old?.ToProperties());
        var issued = new CloudFormationEvent(
            requestType, requestId, stackId, LogicalId, physicalId, properties, before, time.GetUtcNow());
        lastIssue = issued.Issue;
        record.Note(requestType, "IN_PROGRESS", physicalId, PhysicalId);
        lambda.Deliver(issued, answer => answered.TrySetResult(answer));
        await Task.WhenAny(answered.Task, Task.Delay(cancelledAfter ?? ServiceTimeout, time));
        var answer = answered.Task.IsCompleted ? await answered.Task : null;
        met.AddIf(LifeKind.AnswerLost, answer is null && cancelledAfter is null);
        var state = answer is { IsSuccess: true } ? "COMPLETE" : "FAILED";
        record.Note(requestType, state, answer?.PhysicalResourceId ?? physicalId, PhysicalId);
        return answer;
    }

    [GeneratedRegex("arn:[^ ,]+:model-invocation-job/[a-z0-9]+")]
    private static partial Regex JobArnPattern();

    private void Keep(string physicalId)
    {
        Kept.Add(physicalId);
        record.Note("Delete", "SKIPPED", physicalId, PhysicalId);
        met.Add(LifeKind.JobKept);
    }
}
