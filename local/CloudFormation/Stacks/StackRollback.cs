using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Brings a stack back to where it was before a creation or an update, and ends that operation.</summary>
internal sealed class StackRollback(StackParts parts)
{
    private readonly StackState state = parts.State;

    /// <summary>Enters the first state of a rollback.</summary>
    public void Begin(string reason)
    {
        state.AwaitsParent = false;
        parts.Log.Stack(state.Before is null ? StackStatus.RollbackInProgress : StackStatus.UpdateRollbackInProgress, reason);
    }

    /// <summary>Deletes what a creation has made, or restores what an update has changed.</summary>
    public Task RunAsync(CancellationToken abandon) => state.Before is null ? DeleteCreatedAsync(abandon) : RestoreAsync(abandon);

    /// <summary>Goes on with a rollback that failed, leaving out resources that cannot be brought back.</summary>
    public Task ContinueAsync(IReadOnlySet<string> skipped, CancellationToken abandon)
    {
        foreach (var logicalId in skipped)
            parts.Restores.SkipRestore(state.Before!.Resources[logicalId]);
        return RestoreAsync(abandon);
    }

    /// <summary>Deletes what an update that was rolled back had made.</summary>
    public async Task CompleteAsync(CancellationToken abandon)
    {
        parts.Log.Stack(StackStatus.UpdateRollbackCompleteCleanupInProgress);
        var before = state.Before!;
        await parts.CleanUpAsync(before.Resources.Keys.ToHashSet(), isRollback: true, IsRetained, abandon);
        (state.TemplateBody, state.Description, state.Parameters) = (before.TemplateBody, before.Description, before.Parameters);
        (state.Tags, state.Before) = (before.Tags, null);
        parts.Log.Stack(StackStatus.UpdateRollbackComplete);
    }

    private async Task DeleteCreatedAsync(CancellationToken abandon)
    {
        await parts.WaitAfterCancellationAsync(abandon);
        var result = await parts.DeleteAllAsync((_, policy) => IsRetained(policy), abandon);
        state.FailedRequestIds = parts.RequestIds.Used;
        if (result.Failed.Count > 0)
            parts.Log.Stack(StackStatus.RollbackFailed, StackParts.FailedTo("delete", result.Failed));
        else
            parts.Log.Stack(StackStatus.RollbackComplete);
    }

    private async Task RestoreAsync(CancellationToken abandon)
    {
        await parts.WaitAfterCancellationAsync(abandon);
        var before = state.Before!;
        var result = await DependencyScheduler.RunAsync(
            StackState.GraphOf(before.Resources, resource => resource.Dependencies),
            (logicalId, token) => parts.Restores.RestoreAsync(before.Resources[logicalId], token),
            stopAtFailure: true,
            abandon);
        state.FailedRequestIds = parts.RequestIds.Used;
        if (result.Failed.Count > 0)
            parts.Log.Stack(StackStatus.UpdateRollbackFailed, StackParts.FailedTo("update", result.Failed));
        else
            await CompleteAsync(abandon);
    }

    /// <summary>What the operation itself has created is spared by <c>Retain</c> alone.</summary>
    private bool IsRetained(string policy) => policy == ResourcePolicy.Retain && !state.RetainExceptOnCreate;
}
