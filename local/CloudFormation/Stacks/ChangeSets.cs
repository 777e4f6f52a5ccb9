namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// Plans that can be looked at before they are executed. Executing one begins its request anew, provided that the stack is the one that it
/// was planned for.
/// </summary>
internal sealed class ChangeSets(StackEngine engine, StackServices services)
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
        if (request.Name.Length is 0 or > 128 || !char.IsAsciiLetter(request.Name[0]) || !request.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new TemplateException(
                $"Change set name must start with a letter and hold at most 128 letters, digits and hyphens, got \"{request.Name}\"");
        }

        var (state, plan) = request.IsCreation ? engine.PlanCreation(request) : engine.PlanUpdate(request.Stack);
        using var hold = state.Hold();
        var stack = state.Identity;
        var set = new ChangeSet
        {
            Id = $"arn:{stack.Partition}:cloudformation:{stack.Region}:{stack.AccountId}:changeSet/{request.Name}/{Guid.NewGuid()}",
            Name = request.Name,
            Description = request.Description,
            IsCreation = request.IsCreation,
            CreationTime = services.Clock.GetUtcNow(),
            Request = request.Stack with { StackName = stack.Id },
            Parameters = plan.Parameters,
            Changes = plan.Changes,
            Revision = state.Revision,
            Status = plan.IsEmpty ? ChangeSet.Failed : ChangeSet.CreateComplete,
            StatusReason = plan.IsEmpty ? ChangeSet.NoChanges : null,
            ExecutionStatus = plan.IsEmpty ? ChangeSetExecution.Unavailable : ChangeSetExecution.Available,
            HasOnStackFailure = request.HasOnStackFailure,
        };
        if (!state.ChangeSets.TryAdd(set.Name, set))
            throw new ChangeSetException(ChangeSetException.AlreadyExists, $"ChangeSet {request.Name} already exists");
        services.Save?.Invoke(state);
        return set;
    }

    /// <summary>The change sets of a stack, oldest first.</summary>
    /// <exception cref="StackException">There is no such stack.</exception>
    public IReadOnlyList<ChangeSet> List(string stackNameOrId) =>
        [.. engine.Existing(stackNameOrId).ChangeSets.Values.Select(set => Current(engine.Existing(stackNameOrId), set)).OrderBy(set => set.CreationTime)];

    /// <summary>A change set, by its ARN or by its name and its stack's, with that stack.</summary>
    /// <exception cref="StackException">There is no such stack.</exception>
    /// <exception cref="ChangeSetException">There is no such change set.</exception>
    public (StackState Stack, ChangeSet Set) Find(string nameOrId, string? stackNameOrId)
    {
        var stacks = stackNameOrId is null ? engine.All : [engine.Existing(stackNameOrId)];
        foreach (var stack in stacks)
        {
            if (stack.ChangeSets.Values.FirstOrDefault(set => set.Id == nameOrId || (stackNameOrId is not null && set.Name == nameOrId)) is { } set)
                return (stack, Current(stack, set));
        }

        throw new ChangeSetException(ChangeSetException.NotFound, $"ChangeSet [{nameOrId}] does not exist");
    }

    /// <summary>Deletes a change set; one that does not exist counts as deleted, provided that the stack does exist.</summary>
    /// <exception cref="StackException">There is no such stack.</exception>
    /// <exception cref="ChangeSetException">It is being executed.</exception>
    public void Delete(string nameOrId, string? stackNameOrId)
    {
        try
        {
            var (stack, set) = Find(nameOrId, stackNameOrId);
            if (set.ExecutionStatus == ChangeSetExecution.InProgress)
                throw Invalid(set);
            stack.ChangeSets.TryRemove(set.Name, out _);
            services.Save?.Invoke(stack);
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
        if (request.ClientRequestToken is not null && stack.ClientRequestToken == request.ClientRequestToken && engine.Last(stack) is { } repeated)
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

    private static ChangeSet Current(StackState stack, ChangeSet set) =>
        set.ExecutionStatus == ChangeSetExecution.Available && set.Revision != stack.Revision
            ? set with { ExecutionStatus = ChangeSetExecution.Obsolete }
            : set;

    private static ChangeSetException Invalid(ChangeSet set) => new(
        ChangeSetException.InvalidStatus,
        set.Status == ChangeSet.Failed
            ? $"ChangeSet [{set.Id}] cannot be executed in its current status of [{set.Status}]"
            : $"ChangeSet [{set.Id}] cannot be executed in its current execution status of [{set.ExecutionStatus}]");
}
