using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What an operation on one stack is made of.</summary>
internal sealed class StackParts
{
    public StackParts(StackState state, StackServices services)
    {
        (State, Services) = (state, services);
        Log = new(state, services);
        RequestIds = new(services.Behavior.RetryRequestId, state.FailedRequestIds);
        Calls = new(state, services, RequestIds);
        Deletions = new(state, Calls, Log);
        Changes = new(state, services, Calls, Deletions, Log);
        Restores = new(state, services.Behavior, Calls, Changes, Log);
    }

    public StackState State { get; }

    public StackServices Services { get; }

    public StackLog Log { get; }

    public RequestIds RequestIds { get; }

    public ResourceCalls Calls { get; }

    public ResourceChanges Changes { get; }

    public ResourceRestores Restores { get; }

    public ResourceDeletions Deletions { get; }

    /// <summary>Deletes what is superseded or not kept, dependents first.</summary>
    /// <param name="kept">The resources that stay.</param>
    /// <param name="isRollback">The copies come from the update itself, so no policy for replacements spares them.</param>
    /// <param name="isRetained">Whether a deletion policy spares a resource that does not stay.</param>
    /// <param name="abandon">Gives up.</param>
    public Task<ScheduleResult> CleanUpAsync(
        IReadOnlySet<string> kept, bool isRollback, Func<string, bool> isRetained, CancellationToken abandon) =>
        DependencyScheduler.RunAsync(
            ResourceGraph.Reversed(State.Graph()),
            (logicalId, token) => kept.Contains(logicalId)
                ? Deletions.CleanUpAsync(logicalId, isRollback, token)
                : Deletions.DropAsync(logicalId, isRetained, token),
            stopAtFailure: false,
            abandon);

    /// <summary>Deletes every resource that is not spared, dependents first.</summary>
    /// <param name="isRetained">Whether a resource, by logical id and deletion policy, is spared.</param>
    /// <param name="abandon">Gives up.</param>
    public Task<ScheduleResult> DeleteAllAsync(Func<string, string, bool> isRetained, CancellationToken abandon) =>
        DependencyScheduler.RunAsync(
            ResourceGraph.Reversed(State.Graph()),
            (logicalId, token) => Deletions.DeleteAsync(logicalId, policy => isRetained(logicalId, policy), tries: 1, token),
            stopAtFailure: false,
            abandon);

    /// <summary>Lets the time pass that lies between a cancellation and the first Delete.</summary>
    public async Task WaitAfterCancellationAsync(CancellationToken abandon)
    {
        if (!State.Resources.Values.Any(resource => resource.WasCancelled))
            return;
        var clock = Services.Clock;
        var end = clock.GetUtcNow() + Services.Behavior.DelayAfterCancellation;

        // A timer may be a little early by the clock.
        while (end - clock.GetUtcNow() is { Ticks: > 0 } left)
            await Task.Delay(left, clock, abandon);
    }

    /// <summary>The reason of a stack some of whose resources failed; empty when none did.</summary>
    public static string FailedTo(string verb, IReadOnlyCollection<string> logicalIds) =>
        logicalIds.Count == 0 ? "" : $"The following resource(s) failed to {verb}: [{string.Join(", ", logicalIds)}].";
}
