using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Starts creations and updates of stacks, by themselves or from a change set.</summary>
internal sealed class StackLauncher(
    StackServices services, StackReader reader, StackTable table, StackRuns runs, ChangeSetTree tree, NestedDifferences differences)
{
    /// <summary>Starts the creation of a stack that is in the table.</summary>
    public StackRun Create(
        StackState state,
        IDisposable hold,
        StackRequest request,
        Template template,
        IReadOnlyDictionary<string, string> texts,
        StackValues values,
        ChangeSet? executed,
        CancellationToken abandon)
    {
        var operation = new StackOperation(state, services);
        return runs.Start(
            state,
            hold,
            () =>
            {
                Take(state, request, template, texts, executed);
                operation.BeginCreate();
            },
            (cancellation, token) => Executed(state, executed, operation.CreateAsync(template, values, table, cancellation, token)),
            abandon);
    }

    /// <summary>Starts an update.</summary>
    /// <returns>The operation, or null when nothing would change; the hold is the caller's then.</returns>
    public StackRun? Update(StackState state, IDisposable hold, StackRequest request, ChangeSet? executed, CancellationToken abandon)
    {
        StackChecks.RefuseUpdate(state, request);
        var (template, values, plan) = Read(state, request);
        var isPaused = StackStatus.IsPaused(state.Status) || state.AwaitsParent;
        if (plan.IsEmpty && !StackStatus.IsPaused(state.Status) && executed is null)
            return null;

        var operation = new StackOperation(state, services);
        return runs.Start(
            state,
            hold,
            () =>
            {
                // What a paused deployment can go back to is from before it.
                if (!isPaused)
                    state.Before = StackSnapshot.Of(state);
                state.AwaitsParent = false;
                Take(state, request, template, plan.Parameters, executed);
                operation.BeginUpdate();
            },
            (cancellation, token) => Executed(
                state,
                executed,
                operation.UpdateAsync(template, values, table, request.ParentId is not null, cancellation, token)),
            abandon);
    }

    /// <summary>Ends an operation that was abandoned, or that a former process was killed in.</summary>
    public StackRun Resume(StackState state, IDisposable hold, CancellationToken abandon)
    {
        var template = TemplateReader.Read(state.TemplateBody, state.Parameters);
        var (operation, values) = (new StackOperation(state, services), reader.Values(template, state, state.Parameters));

        // What this process has begun itself may still be at work in it.
        var isOfFormerProcess = runs.Last(state.Identity.Id) is null;
        return runs.Start(state, hold, operation.BeginResume, (_, token) => RunAsync(token), abandon);

        async Task RunAsync(CancellationToken token)
        {
            using var resuming = isOfFormerProcess ? services.Resuming?.Invoke(state) : null;
            await operation.ResumeAsync(template, values, token);
            foreach (var set in state.ChangeSets.Values.Where(set => set.ExecutionStatus == ChangeSetExecution.InProgress))
                EndExecution(state, set);
        }
    }

    /// <summary>What a request for an update means.</summary>
    public (Template Template, StackValues Values, StackDiff Plan) Read(
        StackState state, StackRequest request, INestedPlans? nested = null)
    {
        var template = reader.Template(request, state);
        var texts = StackReader.Texts(template, state, request);
        StackChecks.RefuseOtherTypes(template, state);
        var values = reader.Deployable(template, state, texts);
        var tags = request.Tags ?? state.Tags;
        return (template, values, StackPlan.Of(template, state, values, texts, tags, table, services.Types, nested ?? differences));
    }

    private void Take(
        StackState state, StackRequest request, Template template, IReadOnlyDictionary<string, string> texts, ChangeSet? executed)
    {
        (state.TemplateBody, state.Description, state.Parameters) = (request.TemplateBody, template.Description, texts);
        (state.Tags, state.ClientRequestToken) = (request.Tags ?? state.Tags, request.ClientRequestToken);
        (state.OnFailure, state.RetainExceptOnCreate) = (request.OnFailure, request.RetainExceptOnCreate);
        state.Warnings = TemplateWarnings.Of(template, services.Types);
        if (executed is null)
            return;
        foreach (var other in state.ChangeSets.Values.Where(set => set.Id != executed.Id))
            tree.Drop(other.Id);
        state.ChangeSets.Clear();
        state.ChangeSets[executed.Name] = executed with { ExecutionStatus = ChangeSetExecution.InProgress };
    }

    private async Task Executed(StackState state, ChangeSet? executed, Task work)
    {
        await work;
        if (executed is not null)
            EndExecution(state, executed);
    }

    /// <summary>What of the nested stacks' change sets the execution has not reached goes with its end.</summary>
    private void EndExecution(StackState state, ChangeSet executed)
    {
        var isComplete = state.AwaitsParent || state.Status is StackStatus.CreateComplete or StackStatus.UpdateComplete;
        state.ChangeSets[executed.Name] = executed with
        {
            ExecutionStatus = isComplete ? ChangeSetExecution.Complete : ChangeSetExecution.Failed,
        };
        services.Save?.Invoke(state);
        tree.Drop(executed.Id);
    }
}
