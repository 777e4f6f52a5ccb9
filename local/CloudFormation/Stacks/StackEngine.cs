using System.Collections.Concurrent;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Ground;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// The stacks of the local account and what can be done with them. Each operation checks its request and enters the stack's first state
/// before <c>Begin...</c> returns; the rest goes on in the background. The methods that end in <c>Async</c> wait for it. A request that is
/// repeated with its token is the operation that the first one began. Their last parameter abandons the operation: the stack stays as it is
/// at that moment, as if the process had been killed.
/// </summary>
internal sealed class StackEngine : IAsyncDisposable
{
    private readonly StackFactory factory;
    private readonly StackServices services;
    private readonly StackReader reader;
    private readonly StackTable table;
    private readonly StackRuns runs = new();
    private readonly StackLauncher launcher;
    private readonly ChangeSetTree tree;

    /// <param name="account">The account and Region.</param>
    /// <param name="services">What operations work with.</param>
    /// <param name="storedParameter">The value of a parameter of Systems Manager, or null.</param>
    public StackEngine(Account account, StackServices services, Func<string, string?> storedParameter)
    {
        table = new(storedParameter, services.Clock);
        factory = new(account, services.Clock, table);
        reader = new(services, table);
        var differences = new NestedDifferences(reader, table, services);
        this.services = services = services with { NestedDiffers = differences.Differs };
        tree = new(table, services);
        launcher = new(services, reader, table, runs, tree, differences);
        ChangeSets = new(this, new(account, services, reader, table, factory, launcher, differences), tree, services);
    }

    /// <summary>Plans that can be looked at before they are executed.</summary>
    public ChangeSets ChangeSets { get; }

    /// <summary>Every stack that is not deleted.</summary>
    public IEnumerable<StackState> All => table.Living;

    /// <summary>Every stack, deleted ones included, in the order of their creation.</summary>
    public IReadOnlyList<StackState> History => table.All;

    public IEnumerable<(StackState Stack, StackOutput Output)> Exports => table.Exports;

    /// <summary>The stacks that import what is exported by a name.</summary>
    public IReadOnlyList<StackState> Importers(string exportName) => table.Importers(exportName);

    /// <summary>A stack by its ARN, or the latest one of a name; deleted ones are found too.</summary>
    public StackState? Find(string nameOrId) => table.Find(nameOrId);

    /// <summary>A stack that is not deleted, by its name or ARN.</summary>
    /// <exception cref="StackException">There is none.</exception>
    public StackState Existing(string nameOrId) => table.Existing(nameOrId);

    /// <summary>
    /// The stack that was made for a resource of a stack when the change set was which is executed; null where there is none.
    /// </summary>
    public StackState? Reviewed(string parentId, string logicalId) => tree.Reviewed(parentId, logicalId);

    /// <summary>The last operation on a stack that this process has begun, or null.</summary>
    public StackRun? Last(StackState state) => runs.Last(state.Identity.Id);

    /// <summary>Begins to create a stack.</summary>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    /// <exception cref="StackException">The stack exists.</exception>
    public StackRun BeginCreate(StackRequest request, CancellationToken abandon = default)
    {
        var former = Find(request.StackName);
        var isReviewed = former?.Status == StackStatus.ReviewInProgress
            && request.ParentId is not null && former.ParentId == request.ParentId;
        if (former is { Exists: true } && !isReviewed)
            return Repeated(former, request.ClientRequestToken) ?? throw AlreadyExists(request);
        var template = reader.Template(request);
        var state = isReviewed ? former! : factory.New(request);
        var texts = ParameterResolver.Texts(template, request.Parameters);
        var values = reader.Deployable(template, state, texts);
        var hold = state.Hold();
        return isReviewed || table.TryAdd(state)
            ? launcher.Create(state, hold, request, template, texts, values, tree.Executing(state), abandon)
            : throw AlreadyExists(request);
    }

    /// <summary>
    /// Begins to update a stack. One in <c>CREATE_FAILED</c> or <c>UPDATE_FAILED</c> goes on from there, and only without rollback.
    /// </summary>
    /// <returns>The operation, or null when nothing would change.</returns>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    /// <exception cref="StackException">There is no such stack, or it is in a wrong state.</exception>
    public StackRun? BeginUpdate(StackRequest request, CancellationToken abandon = default) =>
        Begin(
            Existing(request.StackName),
            request.ClientRequestToken,
            (state, hold) => launcher.Update(state, hold, request, request.ParentId is null ? null : tree.Executing(state), abandon));

    /// <summary>Begins to execute a change set.</summary>
    /// <param name="state">Its stack.</param>
    /// <param name="set">The change set.</param>
    /// <param name="request">Its request.</param>
    /// <param name="abandon">Gives up the operation; the stack stays as it is at that moment.</param>
    /// <exception cref="TemplateException">The template cannot be deployed any more.</exception>
    /// <exception cref="StackException">The stack's state does not allow it.</exception>
    public StackRun BeginChangeSet(StackState state, ChangeSet set, StackRequest request, CancellationToken abandon) =>
        Begin(state, clientRequestToken: null, (stack, hold) =>
        {
            if (stack.Revision != set.Revision)
                throw new StackException($"Stack:{stack.Identity.Id} has changed since the change set was created");
            if (!set.IsCreation)
                return launcher.Update(stack, hold, request, set, abandon);
            var template = reader.Template(request);
            var texts = ParameterResolver.Texts(template, request.Parameters);
            return launcher.Create(stack, hold, request, template, texts, reader.Deployable(template, stack, texts), set, abandon);
        })!;

    /// <summary>
    /// Begins to delete a stack; one that does not exist counts as deleted. A creation that is under way is cancelled, and its operation
    /// goes on with the deletion.
    /// </summary>
    /// <returns>The operation, or null when there is nothing to delete.</returns>
    /// <exception cref="StackException">
    /// The stack is protected, an operation is under way, or other stacks import what it exports.
    /// </exception>
    public StackRun? BeginDelete(DeletionRequest request, CancellationToken abandon = default)
    {
        if (Find(request.StackName) is not { Exists: true } found)
            return null;
        if (found.IsProtected)
            throw new StackException($"Stack [{found.Identity.Name}] cannot be deleted while TerminationProtection is enabled");
        if (found.Status == StackStatus.CreateInProgress && runs.Last(found.Identity.Id) is { } creation
            && creation.Cancellation.Request(deletesStack: true))
        {
            return creation;
        }

        return Begin(found, request.ClientRequestToken, (state, hold) =>
        {
            StackChecks.RefuseDeletion(state, request, table);
            state.ClientRequestToken = request.ClientRequestToken;
            foreach (var set in state.ChangeSets.Values)
                tree.Drop(set.Id);
            var operation = new StackOperation(state, services);
            return runs.Start(state, hold, operation.BeginDelete, (_, token) => operation.DeleteAsync(request, token), abandon);
        });
    }

    /// <summary>
    /// Begins to bring a stack in <c>CREATE_FAILED</c> or <c>UPDATE_FAILED</c> back to where it was before; a creation leaves nothing.
    /// </summary>
    /// <exception cref="StackException">There is no such stack, or it is in another state.</exception>
    public StackRun BeginRollback(RollbackRequest request, CancellationToken abandon = default) =>
        Begin(Existing(request.StackName), request.ClientRequestToken, (state, hold) =>
        {
            if (!StackStatus.IsPaused(state.Status) && !state.AwaitsParent)
            {
                throw new StackException(
                    $"Stack:{state.Identity.Id} is in {state.Status} state and can not be rolled back; "
                    + "CREATE_FAILED and UPDATE_FAILED can.");
            }

            (state.ClientRequestToken, state.RetainExceptOnCreate) = (request.ClientRequestToken, request.RetainExceptOnCreate);
            var operation = new StackOperation(state, services);
            return runs.Start(state, hold, operation.BeginRollback, (_, token) => operation.RollBackAsync(token), abandon);
        })!;

    /// <summary>Begins to go on with a rollback that ended in <c>UPDATE_ROLLBACK_FAILED</c>.</summary>
    /// <exception cref="StackException">There is no such stack, it is in another state, or a resource cannot be skipped.</exception>
    public StackRun BeginContinueRollback(RollbackRequest request, CancellationToken abandon = default) =>
        Begin(Existing(request.StackName), request.ClientRequestToken, (state, hold) =>
        {
            if (state.Status != StackStatus.UpdateRollbackFailed)
                throw new StackException($"Stack:{state.Identity.Id} is in {state.Status} state and can not continue rollback.");
            var nested = StackChecks.RefuseSkipped(state, request.ResourcesToSkip, table.All);
            (state.ClientRequestToken, state.SkippedInNestedStacks) = (request.ClientRequestToken, nested);
            var operation = new StackOperation(state, services);
            var skipped = request.ResourcesToSkip.Except(nested).ToHashSet();
            return runs.Start(
                state, hold, operation.BeginRollback, (_, token) => operation.ContinueRollbackAsync(skipped, token), abandon);
        })!;

    /// <summary>Begins the clean-up of a nested stack whose parent's update has succeeded.</summary>
    /// <returns>The operation, or null when the stack waits for nothing.</returns>
    public StackRun? BeginCommit(string nameOrId, CancellationToken abandon = default) =>
        Begin(Existing(nameOrId), clientRequestToken: null, (state, hold) =>
        {
            if (!state.AwaitsParent)
                return null;
            var template = TemplateReader.Read(state.TemplateBody, state.Parameters);
            var values = reader.Values(template, state, state.Parameters);
            var operation = new StackOperation(state, services);
            return runs.Start(state, hold, () => { }, (_, token) => operation.CommitAsync(template, values, token), abandon);
        });

    /// <summary>Cancels an update that is under way; its operation goes on with the rollback, however the update was to fail.</summary>
    /// <exception cref="StackException">There is no such stack, or no update of it that could still be cancelled.</exception>
    public void CancelUpdate(string nameOrId)
    {
        var state = Existing(nameOrId);
        if (state.Status != StackStatus.UpdateInProgress || runs.Last(state.Identity.Id)?.Cancellation.Request(deletesStack: false) != true)
            throw new StackException("CancelUpdateStack cannot be called from current stack status");
    }

    /// <summary>Sets whether a stack is protected from deletion.</summary>
    /// <exception cref="StackException">There is no such stack.</exception>
    public StackState Protect(string nameOrId, bool isProtected)
    {
        var state = Existing(nameOrId);
        state.IsProtected = isProtected;
        services.Save?.Invoke(state);
        return state;
    }

    /// <inheritdoc cref="BeginCreate"/>
    public Task<StackState> CreateAsync(StackRequest request, CancellationToken abandon) => BeginCreate(request, abandon).WaitAsync();

    /// <inheritdoc cref="BeginUpdate"/>
    public async Task<StackState?> UpdateAsync(StackRequest request, CancellationToken abandon) =>
        BeginUpdate(request, abandon) is { } run ? await run.WaitAsync() : null;

    /// <inheritdoc cref="BeginDelete"/>
    public async Task<StackState?> DeleteAsync(string nameOrId, CancellationToken abandon) =>
        BeginDelete(new(nameOrId), abandon) is { } run ? await run.WaitAsync() : null;

    /// <summary>Takes over a stack that a former process has left.</summary>
    public void Restore(StackState state)
    {
        table.Restore(state);
        foreach (var resource in state.Resources.Values)
        {
            var context = new ResourceContext(state.Identity, resource.LogicalId, resource.Type, RequestIds.None);
            foreach (var copy in resource.Superseded.Append(resource.Current))
                services.Types.Find(resource.Type)?.Load(context, copy);
        }
    }

    /// <summary>Begins to end the operation that a former process was killed in: what it had not completed counts as failed.</summary>
    /// <returns>The operation, or null when the stack is not in progress.</returns>
    /// <exception cref="StackException">This process is at work on the stack.</exception>
    public StackRun? BeginResume(string nameOrId, CancellationToken abandon = default) =>
        Find(nameOrId) is { AwaitsParent: false } found && StackStatus.IsInProgress(found.Status)
            ? Begin(found, clientRequestToken: null, (state, hold) => launcher.Resume(state, hold, abandon))
            : null;

    /// <inheritdoc cref="BeginResume"/>
    public async Task ResumeAsync(string nameOrId, CancellationToken abandon) =>
        await (BeginResume(nameOrId, abandon)?.Completion ?? Task.CompletedTask);

    /// <summary>Begins to end every operation that a former process was killed in.</summary>
    public IReadOnlyList<StackRun> ResumeAll() =>
    [
        .. History.Where(stack => stack.ParentId is null && runs.Last(stack.Identity.Id) is null)
            .Select(stack => BeginResume(stack.Identity.Id))
            .OfType<StackRun>(),
    ];

    /// <summary>Abandons every operation; their stacks stay as they are at that moment.</summary>
    public ValueTask DisposeAsync() => runs.DisposeAsync();

    /// <summary>Begins an operation with the stack in its hold, unless the request is a repetition.</summary>
    private StackRun? Begin(StackState state, string? clientRequestToken, Func<StackState, IDisposable, StackRun?> begin)
    {
        if (Repeated(state, clientRequestToken) is { } repeated)
            return repeated;
        var hold = state.Hold();
        StackRun? run = null;
        try
        {
            return run = begin(state, hold);
        }
        finally
        {
            if (run is null)
                hold.Dispose();
        }
    }

    private StackRun? Repeated(StackState state, string? clientRequestToken) =>
        clientRequestToken is not null && state.ClientRequestToken == clientRequestToken ? runs.Last(state.Identity.Id) : null;

    private static StackExistsException AlreadyExists(StackRequest request) => new($"Stack [{request.StackName}] already exists");
}
