using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>One creation, update or deletion of a stack, with its rollback.</summary>
internal sealed class StackOperation
{
    private const string UserInitiated = "User Initiated";

    private readonly StackState state;
    private readonly StackServices services;
    private readonly StackLog log;
    private readonly RequestIds requestIds;
    private readonly ResourceChanges changes;
    private readonly ResourceDeletions deletions;

    public StackOperation(StackState state, StackServices services)
    {
        this.state = state;
        this.services = services;
        log = new(state, services);
        requestIds = new(services.Behavior.RetryRequestId, state.FailedRequestIds);
        var calls = new ResourceCalls(state, services, requestIds);
        changes = new(state, calls, log);
        deletions = new(state, calls, log);
    }

    /// <summary>Enters the first state of a creation.</summary>
    public void BeginCreate() => log.Stack(StackStatus.CreateInProgress, UserInitiated);

    /// <summary>Enters the first state of an update.</summary>
    public void BeginUpdate() => log.Stack(StackStatus.UpdateInProgress, UserInitiated);

    /// <summary>Enters the first state of a deletion.</summary>
    public void BeginDelete() => log.Stack(StackStatus.DeleteInProgress, UserInitiated);

    /// <summary>Gives up what a process was at when it was killed.</summary>
    public void BeginResume()
    {
        foreach (var resource in state.Resources.Values)
            changes.Interrupt(resource);
    }

    /// <summary>Creates every resource; deletes them again when one fails.</summary>
    public async Task CreateAsync(Template template, StackValues values, IExports exports, CancellationToken cancellation)
    {
        if (await ApplyAsync(template, values, exports, cancellation) is { } problem)
            await RollBackCreationAsync($"{problem} Rollback requested by user.", cancellation);
        else
            Finish(StackStatus.CreateComplete);
    }

    /// <summary>Brings every resource to what the template says; brings them back when one fails.</summary>
    public async Task UpdateAsync(Template template, StackValues values, IExports exports, CancellationToken cancellation)
    {
        if (await ApplyAsync(template, values, exports, cancellation) is { } problem)
        {
            await RollBackUpdateAsync(problem, cancellation);
            return;
        }

        await CompleteUpdateAsync(template, values, cancellation);
    }

    /// <summary>Goes on from where a process that was killed had left the stack: what it had not completed is rolled back.</summary>
    public Task ResumeAsync(Template template, StackValues values, CancellationToken cancellation)
    {
        const string Reason = "The local AWS was stopped during the operation.";
        return state.Status switch
        {
            StackStatus.CreateInProgress or StackStatus.RollbackInProgress => RollBackCreationAsync(Reason, cancellation),
            StackStatus.UpdateInProgress or StackStatus.UpdateRollbackInProgress => RollBackUpdateAsync(Reason, cancellation),
            StackStatus.UpdateCompleteCleanupInProgress => CompleteUpdateAsync(template, values, cancellation),
            StackStatus.UpdateRollbackCompleteCleanupInProgress => CompleteRollbackAsync(cancellation),
            StackStatus.DeleteInProgress => DeleteAsync(cancellation),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Deletes every resource that no policy spares.</summary>
    public async Task DeleteAsync(CancellationToken cancellation)
    {
        var failed = await DeleteAllAsync(ResourceDeletions.IsRetained, cancellation);
        if (failed.Count > 0)
            log.Stack(StackStatus.DeleteFailed, FailedTo("delete", failed));
        else
            log.Stack(StackStatus.DeleteComplete);
    }

    private async Task<string?> ApplyAsync(Template template, StackValues values, IExports exports, CancellationToken cancellation)
    {
        var graph = ResourceGraph.Of(template, values.Condition);
        var evaluator = new Evaluator(values);
        var failed = await DependencyScheduler.RunAsync(
            graph,
            (logicalId, token) => changes.ApplyAsync(template.Resources[logicalId], graph[logicalId], evaluator, token),
            stopAtFailure: true,
            cancellation);
        if (failed.Count > 0)
        {
            var created = failed.Where(id => state.Resources[id].Status == ResourceStatus.CreateFailed).ToList();
            var updated = failed.Except(created).ToList();
            return string.Join(' ', new[] { FailedTo("create", created), FailedTo("update", updated) }.Where(text => text.Length > 0));
        }

        try
        {
            state.Outputs = OutputResolver.Resolve(template, evaluator, exports, state.Identity.Name);
            state.Imports = values.Imports;
            return null;
        }
        catch (Exception e) when (e is FunctionException or ResourceFailedException)
        {
            return e.Message;
        }
    }

    private async Task RollBackCreationAsync(string reason, CancellationToken cancellation)
    {
        log.Stack(StackStatus.RollbackInProgress, reason);
        await WaitAfterCancellationAsync(cancellation);
        var failed = await DeleteAllAsync(policy => policy == ResourcePolicy.Retain, cancellation);
        state.FailedRequestIds = requestIds.Used;
        if (failed.Count > 0)
            log.Stack(StackStatus.RollbackFailed, FailedTo("delete", failed));
        else
            log.Stack(StackStatus.RollbackComplete);
    }

    private async Task RollBackUpdateAsync(string reason, CancellationToken cancellation)
    {
        log.Stack(StackStatus.UpdateRollbackInProgress, reason);
        await WaitAfterCancellationAsync(cancellation);
        var before = state.Before!;
        var failed = await DependencyScheduler.RunAsync(
            StackState.GraphOf(before.Resources, resource => resource.Dependencies),
            (logicalId, token) => changes.RestoreAsync(before.Resources[logicalId], token),
            stopAtFailure: true,
            cancellation);
        state.FailedRequestIds = requestIds.Used;
        if (failed.Count > 0)
        {
            log.Stack(StackStatus.UpdateRollbackFailed, FailedTo("update", failed));
            return;
        }

        await CompleteRollbackAsync(cancellation);
    }

    private async Task CompleteUpdateAsync(Template template, StackValues values, CancellationToken cancellation)
    {
        log.Stack(StackStatus.UpdateCompleteCleanupInProgress);
        var kept = template.Resources.Values.Where(resource => resource.Condition is null || values.Condition(resource.Condition));
        await CleanUpAsync(kept.Select(resource => resource.LogicalId).ToHashSet(), isRollback: false, cancellation);
        Finish(StackStatus.UpdateComplete);
    }

    private async Task CompleteRollbackAsync(CancellationToken cancellation)
    {
        log.Stack(StackStatus.UpdateRollbackCompleteCleanupInProgress);
        var before = state.Before!;
        await CleanUpAsync(before.Resources.Keys.ToHashSet(), isRollback: true, cancellation);
        (state.TemplateBody, state.Description, state.Parameters) = (before.TemplateBody, before.Description, before.Parameters);
        (state.Tags, state.Before) = (before.Tags, null);
        log.Stack(StackStatus.UpdateRollbackComplete);
    }

    /// <summary>Deletes what is superseded or not kept, dependents first.</summary>
    private Task<IReadOnlyList<string>> CleanUpAsync(HashSet<string> kept, bool isRollback, CancellationToken cancellation) => DependencyScheduler.RunAsync(
        ResourceGraph.Reversed(state.Graph()),
        (logicalId, token) => kept.Contains(logicalId)
            ? deletions.CleanUpAsync(logicalId, isRollback, token)
            : deletions.DropAsync(logicalId, token),
        stopAtFailure: false,
        cancellation);

    private Task<IReadOnlyList<string>> DeleteAllAsync(Func<string, bool> isRetained, CancellationToken cancellation) =>
        DependencyScheduler.RunAsync(
            ResourceGraph.Reversed(state.Graph()),
            (logicalId, token) => deletions.DeleteAsync(logicalId, isRetained, tries: 1, token),
            stopAtFailure: false,
            cancellation);

    private Task WaitAfterCancellationAsync(CancellationToken cancellation) =>
        state.Resources.Values.Any(resource => resource.WasCancelled)
            ? Task.Delay(services.Behavior.DelayAfterCancellation, services.Clock, cancellation)
            : Task.CompletedTask;

    private void Finish(string status)
    {
        state.Before = null;
        state.FailedRequestIds = new Dictionary<string, string>();
        log.Stack(status);
    }

    private static string FailedTo(string verb, IReadOnlyList<string> logicalIds) =>
        logicalIds.Count == 0 ? "" : $"The following resource(s) failed to {verb}: [{string.Join(", ", logicalIds)}].";
}
