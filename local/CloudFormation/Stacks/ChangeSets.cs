namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// Plans that can be looked at before they are executed. Executing one begins its request anew, provided that the stack is the one that it
/// was planned for.
/// </summary>
internal sealed class ChangeSets(StackEngine engine, StackPlanner planner, ChangeSetTree tree, StackServices services)
{
    /// <summary>
    /// Makes a change set. It has failed where nothing would change, as <see cref="ChangeSet.StatusReason"/> says. For a creation the stack
    /// is there from now on, in <c>REVIEW_IN_PROGRESS</c>.
    /// </summary>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    /// <exception cref="StackException">The stack's state does not allow it.</exception>
    /// <exception cref="ChangeSetException">There is one of that name.</exception>
    public ChangeSet Create(ChangeSetRequest request)
    {
        StackChecks.RefuseName(request.Name, "Change set");
        var origin = new ChangeSetOrigin(request.Name, planner.NewChangeSetId(request.Name));
        var nested = request.IncludesNestedStacks ? new NestedChangeSets(planner, services, origin) : null;
        try
        {
            var (state, plan) = request.IsCreation ? planner.PlanCreation(request, nested) : planner.PlanUpdate(request.Stack, nested);
            using var hold = state.Hold();
            var set = ChangeSet.Of(request, origin, state, plan, nested?.Failed, services.Clock.GetUtcNow());
            if (!state.ChangeSets.TryAdd(set.Name, set))
                throw new ChangeSetException(ChangeSetException.AlreadyExists, $"ChangeSet {request.Name} already exists");
            services.Save?.Invoke(state);
            return set;
        }
        catch
        {
            tree.Drop(origin.Id);
            throw;
        }
    }

    /// <summary>The change sets of a stack, oldest first.</summary>
    /// <exception cref="StackException">There is no such stack.</exception>
    public IReadOnlyList<ChangeSet> List(string stackNameOrId)
    {
        var stack = engine.Existing(stackNameOrId);
        return [.. stack.ChangeSets.Values.Select(set => Current(stack, set)).OrderBy(set => set.CreationTime)];
    }

    /// <summary>A change set, by its ARN or by its name and its stack's, with that stack.</summary>
    /// <exception cref="StackException">There is no such stack.</exception>
    /// <exception cref="ChangeSetException">There is no such change set.</exception>
    public (StackState Stack, ChangeSet Set) Find(string nameOrId, string? stackNameOrId)
    {
        var stacks = stackNameOrId is null ? engine.All : [engine.Existing(stackNameOrId)];
        foreach (var stack in stacks)
        {
            var found = stack.ChangeSets.Values.FirstOrDefault(
                set => set.Id == nameOrId || (stackNameOrId is not null && set.Name == nameOrId));
            if (found is not null)
                return (stack, Current(stack, found));
        }

        throw new ChangeSetException(ChangeSetException.NotFound, $"ChangeSet [{nameOrId}] does not exist");
    }

    /// <summary>
    /// Deletes a change set, with those of nested stacks that were made with it; one that does not exist counts as deleted, provided that
    /// the stack does exist.
    /// </summary>
    /// <exception cref="StackException">There is no such stack.</exception>
    /// <exception cref="ChangeSetException">It is being executed, or it belongs to a nested stack.</exception>
    public void Delete(string nameOrId, string? stackNameOrId)
    {
        try
        {
            var (stack, set) = Find(nameOrId, stackNameOrId);
            if (set.ExecutionStatus == ChangeSetExecution.InProgress)
                throw Invalid(set);
            if (set.RootId is { } rootId)
            {
                throw new ChangeSetException(
                    ChangeSetException.InvalidStatus,
                    $"ChangeSet [{set.Id}] belongs to a nested stack. It is deleted with its root change set [{rootId}]");
            }

            stack.ChangeSets.TryRemove(set.Name, out _);
            services.Save?.Invoke(stack);
            tree.Drop(set.Id);
        }
        catch (ChangeSetException e) when (e.Code == ChangeSetException.NotFound)
        {
            // That it is gone is what was asked for.
        }
    }

    /// <summary>
    /// Begins to execute a change set. The other change sets of the stack are deleted, since they were made for another stack.
    /// </summary>
    /// <exception cref="StackException">The stack's state does not allow it.</exception>
    /// <exception cref="ChangeSetException">There is no such change set, or it cannot be executed.</exception>
    public StackRun BeginExecute(ChangeSetExecutionRequest request, CancellationToken abandon = default)
    {
        var (stack, set) = Find(request.ChangeSet, request.StackName);
        var isRepeated = request.ClientRequestToken is not null && stack.ClientRequestToken == request.ClientRequestToken;
        if (isRepeated && engine.Last(stack) is { } repeated)
            return repeated;
        if (set.ExecutionStatus != ChangeSetExecution.Available)
            throw Invalid(set);
        if (request.DisableRollback is not null && set.HasOnStackFailure)
            throw new StackException("DisableRollback cannot be specified when OnStackFailure was specified for the change set");
        var deployment = set.Request with
        {
            ClientRequestToken = request.ClientRequestToken,
            RetainExceptOnCreate = request.RetainExceptOnCreate,
            OnFailure = request.DisableRollback switch
            {
                true => OnFailure.Keep,
                false => OnFailure.RollBack,
                null => set.Request.OnFailure,
            },
        };
        return engine.BeginChangeSet(stack, set, deployment, abandon);
    }

    private ChangeSet Current(StackState stack, ChangeSet set) => set.ExecutionStatus == ChangeSetExecution.Available
        && (set.Revision != stack.Revision || tree.Below(set.Id).Any(below => below.Set.Revision != below.Stack.Revision))
            ? set with { ExecutionStatus = ChangeSetExecution.Obsolete }
            : set;

    private static ChangeSetException Invalid(ChangeSet set) => new(
        ChangeSetException.InvalidStatus,
        set.Status == ChangeSet.Failed
            ? $"ChangeSet [{set.Id}] cannot be executed in its current status of [{set.Status}]"
            : $"ChangeSet [{set.Id}] cannot be executed in its current execution status of [{set.ExecutionStatus}]");
}
