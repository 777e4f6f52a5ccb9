using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>One creation, update, rollback or deletion of a stack. Each begins with the method that enters its first state.</summary>
internal sealed class StackOperation
{
    private const string UserInitiated = "User Initiated";

    private readonly StackState state;
    private readonly StackParts parts;
    private readonly StackRollback rollback;

    public StackOperation(StackState state, StackServices services)
    {
        this.state = state;
        parts = new(state, services);
        rollback = new(parts);
    }

    /// <summary>Enters the first state of a creation.</summary>
    public void BeginCreate() => parts.Log.Stack(StackStatus.CreateInProgress, UserInitiated);

    /// <summary>Enters the first state of an update.</summary>
    public void BeginUpdate() => parts.Log.Stack(StackStatus.UpdateInProgress, UserInitiated);

    /// <summary>Enters the first state of a rollback that a user asks for.</summary>
    public void BeginRollback() => rollback.Begin(UserInitiated);

    /// <summary>Enters the first state of a deletion.</summary>
    public void BeginDelete() => parts.Log.Stack(StackStatus.DeleteInProgress, UserInitiated);

    /// <summary>Gives up what a process was at when it was killed.</summary>
    public void BeginResume()
    {
        foreach (var resource in state.Resources.Values)
            parts.Changes.Interrupt(resource);
    }

    /// <summary>Creates every resource; what becomes of the stack when one fails, its <see cref="OnFailure"/> says.</summary>
    public async Task CreateAsync(
        Template template, StackValues values, IExports exports, StackCancellation cancellation, CancellationToken abandon)
    {
        if (await ApplyAsync(template, values, exports, cancellation, abandon) is { } problem)
            await FailCreationAsync(problem, cancellation.DeletesStack, abandon);
        else
            Finish(StackStatus.CreateComplete);
    }

    /// <summary>Brings every resource to what the template says; brings them back when one fails, unless they are to be kept.</summary>
    /// <param name="template">The template.</param>
    /// <param name="values">What its names stand for.</param>
    /// <param name="exports">The exports of all stacks.</param>
    /// <param name="isOfParent">Whether it is part of an update of the parent, which decides about the clean-up.</param>
    /// <param name="cancellation">Lets the user cancel it.</param>
    /// <param name="abandon">Gives up.</param>
    public async Task UpdateAsync(
        Template template,
        StackValues values,
        IExports exports,
        bool isOfParent,
        StackCancellation cancellation,
        CancellationToken abandon)
    {
        if (await ApplyAsync(template, values, exports, cancellation, abandon) is { } problem)
            await FailUpdateAsync(problem, isCancelled: cancellation.Token.IsCancellationRequested, abandon);
        else if (isOfParent)
            AwaitParent();
        else
            await CompleteUpdateAsync(template, values, abandon);
    }

    /// <summary>Ends an update of a nested stack whose parent has succeeded too.</summary>
    public Task CommitAsync(Template template, StackValues values, CancellationToken abandon) =>
        CompleteUpdateAsync(template, values, abandon);

    /// <summary>Brings the stack back to where it was before the operation that failed.</summary>
    public Task RollBackAsync(CancellationToken abandon) => rollback.RunAsync(abandon);

    /// <summary>Goes on with a rollback that failed.</summary>
    public Task ContinueRollbackAsync(IReadOnlySet<string> skipped, CancellationToken abandon) => rollback.ContinueAsync(skipped, abandon);

    /// <summary>Goes on from where a process that was killed had left the stack: what it had not completed has failed.</summary>
    public Task ResumeAsync(Template template, StackValues values, CancellationToken abandon)
    {
        const string Reason = "The local AWS was stopped during the operation.";
        switch (state.Status)
        {
            case StackStatus.CreateInProgress:
                return FailCreationAsync(Reason, isDeleted: false, abandon);
            case StackStatus.UpdateInProgress:
                return FailUpdateAsync(Reason, isCancelled: false, abandon);
            case StackStatus.RollbackInProgress or StackStatus.UpdateRollbackInProgress:
                rollback.Begin(Reason);
                return rollback.RunAsync(abandon);
            case StackStatus.UpdateCompleteCleanupInProgress:
                return CompleteUpdateAsync(template, values, abandon);
            case StackStatus.UpdateRollbackCompleteCleanupInProgress:
                return rollback.CompleteAsync(abandon);
            case StackStatus.DeleteInProgress:
                return DeleteAsync(new(state.Identity.Id), abandon);
            default:
                return Task.CompletedTask;
        }
    }

    /// <summary>Deletes every resource that neither a policy nor the request spares.</summary>
    public async Task DeleteAsync(DeletionRequest request, CancellationToken abandon)
    {
        var result = await parts.DeleteAllAsync(
            (logicalId, policy) => ResourceDeletions.IsRetained(policy) || request.RetainResources.Contains(logicalId), abandon);
        if (request.IsForced)
        {
            foreach (var resource in state.Resources.Values)
                parts.Log.Gone(resource, ResourceStatus.DeleteSkipped);
        }

        if (!state.Resources.IsEmpty)
            parts.Log.Stack(StackStatus.DeleteFailed, StackParts.FailedTo("delete", result.Failed));
        else
            parts.Log.Stack(StackStatus.DeleteComplete);
    }

    private async Task<string?> ApplyAsync(
        Template template, StackValues values, IExports exports, StackCancellation cancellation, CancellationToken abandon)
    {
        var graph = ResourceGraph.Of(template, values.Condition);
        var evaluator = new Evaluator(values);
        try
        {
            OutputResolver.RefuseRemovals(template, evaluator, exports, state);
        }
        catch (FunctionException e)
        {
            return e.Message;
        }

        var result = await DependencyScheduler.RunAsync(
            graph,
            (logicalId, token) => parts.Changes.ApplyAsync(template.Resources[logicalId], graph[logicalId], evaluator, token),
            stopAtFailure: state.OnFailure is OnFailure.RollBack or OnFailure.LeaveToParent or OnFailure.Delete,
            abandon,
            cancellation.Token);
        var isCancelled = cancellation.Close();
        if (!result.IsComplete)
            return isCancelled ? UserInitiated : Failures(result.Failed);

        try
        {
            state.Outputs = OutputResolver.Resolve(template, evaluator, exports, state);
            state.Imports = values.Imports;
            return null;
        }
        catch (Exception e) when (e is FunctionException or ResourceFailedException)
        {
            return e.Message;
        }
    }

    private string Failures(IReadOnlyList<string> failed)
    {
        var created = failed.Where(id => state.Resources[id].FailedToCreate).ToList();
        var texts = new[] { StackParts.FailedTo("create", created), StackParts.FailedTo("update", [.. failed.Except(created)]) };
        return string.Join(' ', texts.Where(text => text.Length > 0));
    }

    private async Task FailCreationAsync(string reason, bool isDeleted, CancellationToken abandon)
    {
        state.FailedRequestIds = parts.RequestIds.Used;
        if (isDeleted || state.OnFailure == OnFailure.Delete)
        {
            parts.Log.Stack(StackStatus.DeleteInProgress, reason);
            await parts.WaitAfterCancellationAsync(abandon);
            await DeleteAsync(new(state.Identity.Id), abandon);
        }
        else if (state.OnFailure == OnFailure.RollBack)
        {
            rollback.Begin(reason == UserInitiated ? reason : $"{reason} Rollback requested by user.");
            await rollback.RunAsync(abandon);
        }
        else
        {
            parts.Log.Stack(StackStatus.CreateFailed, reason);
        }
    }

    private async Task FailUpdateAsync(string reason, bool isCancelled, CancellationToken abandon)
    {
        state.FailedRequestIds = parts.RequestIds.Used;
        if (state.OnFailure == OnFailure.RollBack || (isCancelled && state.ParentId is null))
        {
            rollback.Begin(reason);
            await rollback.RunAsync(abandon);
            return;
        }

        var isKept = state.OnFailure != OnFailure.LeaveToParent;
        foreach (var failed in state.Resources.Values.Where(resource => isKept && resource.Status == ResourceStatus.UpdateFailed))
            await parts.Restores.KeepFailedAsync(failed, abandon);
        parts.Log.Stack(StackStatus.UpdateFailed, reason);
    }

    private async Task CompleteUpdateAsync(Template template, StackValues values, CancellationToken abandon)
    {
        if (!state.AwaitsParent)
            parts.Log.Stack(StackStatus.UpdateCompleteCleanupInProgress);
        state.AwaitsParent = false;
        foreach (var resource in state.Resources.Values)
            await parts.Calls.CommitAsync(resource, abandon);
        var kept = template.Resources.Values.Where(resource => resource.Condition is null || values.Condition(resource.Condition));
        await parts.CleanUpAsync(
            kept.Select(resource => resource.LogicalId).ToHashSet(), isRollback: false, ResourceDeletions.IsRetained, abandon);
        Finish(StackStatus.UpdateComplete);
    }

    private void AwaitParent()
    {
        state.AwaitsParent = true;
        parts.Log.Stack(StackStatus.UpdateCompleteCleanupInProgress);
    }

    private void Finish(string status)
    {
        state.Before = null;
        state.FailedRequestIds = new Dictionary<string, string>();
        parts.Log.Stack(status);
    }
}
