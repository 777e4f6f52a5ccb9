using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Ground;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Plans creations and updates of stacks, for change sets.</summary>
internal sealed class StackPlanner(
    Account account,
    StackServices services,
    StackReader reader,
    StackTable table,
    StackFactory factory,
    StackLauncher launcher,
    NestedDifferences differences)
{
    /// <summary>What a change set would create. Its stack is there from now on, in <c>REVIEW_IN_PROGRESS</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="nested">Plans the nested stacks; when absent, it is only found out whether they change.</param>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    /// <exception cref="StackException">The stack exists.</exception>
    public (StackState State, StackDiff Plan) PlanCreation(ChangeSetRequest request, INestedPlans? nested = null)
    {
        var template = reader.Template(request.Stack);
        var texts = ParameterResolver.Texts(template, request.Stack.Parameters, unknown: request.Stack.UnknownParameters);
        var existing = table.Find(request.Stack.StackName) is { Exists: true } found ? found : null;
        if (existing is not null && existing.Status != StackStatus.ReviewInProgress)
        {
            throw new StackException(
                $"Stack [{existing.Identity.Name}] already exists and cannot be created again with the changeSet [{request.Name}].");
        }

        var values = reader.Deployable(template, existing ?? factory.New(request.Stack), texts);
        var state = existing ?? Review(request.Stack);
        var tags = request.Stack.Tags ?? state.Tags;
        return (state, StackPlan.Of(template, state, values, texts, tags, table, services.Types, nested ?? differences));
    }

    /// <summary>Makes a stack that is there for its change sets alone.</summary>
    /// <exception cref="StackException">A stack of that name exists.</exception>
    public StackState Review(StackRequest request)
    {
        var state = factory.New(request);
        if (!table.TryAdd(state))
            throw new StackExistsException($"Stack [{request.StackName}] already exists");
        new StackLog(state, services).Stack(StackStatus.ReviewInProgress, "User Initiated");
        return state;
    }

    /// <inheritdoc cref="StackTable.Existing"/>
    public StackState Existing(string nameOrId) => table.Existing(nameOrId);

    /// <summary>The ARN of a new change set.</summary>
    public string NewChangeSetId(string name) =>
        $"arn:{account.Partition}:cloudformation:{account.Region}:{account.AccountId}:changeSet/{name}/{Guid.NewGuid()}";

    /// <summary>What an update would change.</summary>
    /// <param name="request">The request.</param>
    /// <param name="nested">Plans the nested stacks; when absent, it is only found out whether they change.</param>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    /// <exception cref="StackException">There is no such stack, or it is in a wrong state.</exception>
    public (StackState State, StackDiff Plan) PlanUpdate(StackRequest request, INestedPlans? nested = null)
    {
        var state = table.Existing(request.StackName);
        StackChecks.RefuseUpdate(state, StackStatus.IsPaused(state.Status) ? request with { OnFailure = OnFailure.Keep } : request);
        return (state, launcher.Read(state, request, nested).Plan);
    }
}
