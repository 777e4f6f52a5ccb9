using System.Collections.Concurrent;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Ground;
using BatchResource.Local.Ssm;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// The stacks of the local account and what can be done with them. Each operation checks its request and enters the stack's first state
/// before <c>Begin...</c> returns; the rest goes on in the background. The methods that end in <c>Async</c> wait for it.
/// </summary>
internal sealed class StackEngine(Account account, StackServices services, ParameterStore parameters) : IAsyncDisposable
{
    private readonly StackTable table = new();
    private readonly StackRuns runs = new();

    /// <summary>Every stack that is not deleted.</summary>
    public IEnumerable<StackState> All => table.Living;

    /// <summary>Every stack, deleted ones included, in the order of their creation.</summary>
    public IReadOnlyList<StackState> History => table.All;

    /// <summary>A stack by its ARN, or the latest one of a name; deleted ones are found too.</summary>
    public StackState? Find(string nameOrId) => table.Find(nameOrId);

    /// <summary>A stack that is not deleted, by its name or ARN.</summary>
    /// <exception cref="StackException">There is none.</exception>
    public StackState Existing(string nameOrId) => Find(nameOrId) is { Exists: true } state
        ? state
        : throw new StackException($"Stack [{nameOrId}] does not exist");

    /// <summary>Begins to create a stack. The repetition of a request, token included, is the operation that the first one began.</summary>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    /// <exception cref="StackException">The stack exists.</exception>
    public StackRun BeginCreate(StackRequest request, CancellationToken abandon = default)
    {
        var existing = Find(request.StackName);
        if (existing is { Exists: true })
            return Repeated(existing, request.ClientRequestToken) ?? throw Exists(request);
        RefuseName(request.StackName);
        var template = Read(request);
        var state = new StackState
        {
            Identity = NewIdentity(request.StackName),
            CreationTime = services.Clock.GetUtcNow(),
            ClientRequestToken = request.ClientRequestToken,
            TemplateBody = request.TemplateBody,
            Description = template.Description,
            Parameters = ParameterResolver.Texts(template, request.Parameters),
            Tags = request.Tags ?? new Dictionary<string, string>(),
            FailedRequestIds = existing?.FailedRequestIds ?? new Dictionary<string, string>(),
        };
        var values = Values(template, state, state.Parameters);
        var hold = state.Hold();
        if (!table.TryAdd(state))
            throw Exists(request);
        var operation = new StackOperation(state, services);
        return runs.Start(
            state, hold, operation.BeginCreate, token => operation.CreateAsync(template, values, table, token), abandon);
    }

    /// <summary>Begins to update a stack. The repetition of a request, token included, is the operation that the first one began.</summary>
    /// <returns>The operation, or null when template, parameters and tags are what they were.</returns>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    /// <exception cref="StackException">There is no such stack, or it is in a wrong state.</exception>
    public StackRun? BeginUpdate(StackRequest request, CancellationToken abandon = default)
    {
        var state = Existing(request.StackName);
        if (Repeated(state, request.ClientRequestToken) is { } repeated)
            return repeated;
        var hold = state.Hold();
        try
        {
            if (!StackStatus.CanBeUpdated(state.Status))
                throw new StackException($"Stack:{state.Identity.Id} is in {state.Status} state and can not be updated.");
            var template = Read(request);
            var texts = ParameterResolver.Texts(template, request.Parameters, Kept(template, state, request.PreviousParameters));
            RefuseOtherTypes(template, state);
            var tags = request.Tags ?? state.Tags;
            if (state.TemplateBody == request.TemplateBody && SameTexts(state.Parameters, texts) && SameTexts(state.Tags, tags))
            {
                hold.Dispose();
                return null;
            }

            var values = Values(template, state, texts);
            var operation = new StackOperation(state, services);
            return runs.Start(
                state,
                hold,
                () =>
                {
                    state.Before = new(state.TemplateBody, state.Parameters, state.Resources.ToDictionary()) { Description = state.Description, Tags = state.Tags };
                    (state.TemplateBody, state.Description, state.Parameters) = (request.TemplateBody, template.Description, texts);
                    (state.Tags, state.ClientRequestToken) = (tags, request.ClientRequestToken);
                    operation.BeginUpdate();
                },
                token => operation.UpdateAsync(template, values, table, token),
                abandon);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Begins to delete a stack; one that does not exist counts as deleted.</summary>
    /// <param name="nameOrId">The stack.</param>
    /// <param name="clientRequestToken">The token of the request, where it has one.</param>
    /// <param name="abandon">Gives up the operation; the stack stays as it is at that moment.</param>
    /// <returns>The operation, or null when there is nothing to delete.</returns>
    /// <exception cref="StackException">An operation is under way, or other stacks import what this one exports.</exception>
    public StackRun? BeginDelete(string nameOrId, string? clientRequestToken = null, CancellationToken abandon = default)
    {
        if (Find(nameOrId) is not { Exists: true } state)
            return null;
        if (Repeated(state, clientRequestToken) is { } repeated)
            return repeated;
        var hold = state.Hold();
        try
        {
            foreach (var output in state.Outputs.Where(output => output.ExportName is not null))
            {
                if (table.Importers(output.ExportName!) is [var importer, ..])
                    throw new StackException($"Export {output.ExportName} cannot be deleted as it is in use by {importer.Identity.Name}");
            }

            state.ClientRequestToken = clientRequestToken;
            var operation = new StackOperation(state, services);
            return runs.Start(state, hold, operation.BeginDelete, operation.DeleteAsync, abandon);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="BeginCreate"/>
    public Task<StackState> CreateAsync(StackRequest request, CancellationToken abandon) => BeginCreate(request, abandon).WaitAsync();

    /// <inheritdoc cref="BeginUpdate"/>
    public async Task<StackState?> UpdateAsync(StackRequest request, CancellationToken abandon) =>
        BeginUpdate(request, abandon) is { } run ? await run.WaitAsync() : null;

    /// <inheritdoc cref="BeginDelete"/>
    public async Task<StackState?> DeleteAsync(string nameOrId, CancellationToken abandon) =>
        BeginDelete(nameOrId, abandon: abandon) is { } run ? await run.WaitAsync() : null;

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

    /// <summary>Begins to end the operation that a former process was killed in: what it had not completed is rolled back.</summary>
    /// <returns>The operation, or null when the stack is not in progress.</returns>
    /// <exception cref="StackException">This process is at work on the stack.</exception>
    public StackRun? BeginResume(string nameOrId, CancellationToken abandon = default)
    {
        if (Find(nameOrId) is not { } state || !StackStatus.IsInProgress(state.Status))
            return null;
        var hold = state.Hold();
        try
        {
            var template = TemplateReader.Read(state.TemplateBody);
            var (operation, values) = (new StackOperation(state, services), Values(template, state, state.Parameters));
            return runs.Start(state, hold, operation.BeginResume, token => operation.ResumeAsync(template, values, token), abandon);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="BeginResume"/>
    public async Task ResumeAsync(string nameOrId, CancellationToken abandon) =>
        await (BeginResume(nameOrId, abandon)?.Completion ?? Task.CompletedTask);

    /// <summary>Begins to end every operation that a former process was killed in.</summary>
    public IReadOnlyList<StackRun> ResumeAll() =>
        [.. History.Where(stack => runs.Last(stack.Identity.Id) is null).Select(stack => BeginResume(stack.Identity.Id)).OfType<StackRun>()];

    /// <summary>Abandons every operation; their stacks stay as they are at that moment.</summary>
    public ValueTask DisposeAsync() => runs.DisposeAsync();

    private StackRun? Repeated(StackState state, string? clientRequestToken) =>
        clientRequestToken is not null && state.ClientRequestToken == clientRequestToken
            ? runs.Last(state.Identity.Id) ?? new(state, Task.CompletedTask)
            : null;

    private static StackException Exists(StackRequest request) => new($"Stack [{request.StackName}] already exists");

    private static void RefuseName(string name)
    {
        if (name.Length is 0 or > 128 || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new TemplateException($"Stack name must start with a letter and hold at most 128 letters, digits and hyphens, got \"{name}\"");
    }

    private Template Read(StackRequest request)
    {
        var template = TemplateReader.Read(request.TemplateBody);
        TemplateValidator.Validate(template, services.Types);
        return template;
    }

    private StackValues Values(Template template, StackState state, IReadOnlyDictionary<string, string> texts)
    {
        try
        {
            var values = new StackValues(
                template, state, ParameterResolver.Values(template, texts, parameters.Find), services.Types, name => table.TryExport(name, out var value) ? value : null);
            RuleChecker.Check(template, new Evaluator(values));
            return values;
        }
        catch (FunctionException e)
        {
            throw new TemplateException(e.Message);
        }
    }

    private StackIdentity NewIdentity(string name) => new(
        name,
        $"arn:{account.Partition}:cloudformation:{account.Region}:{account.AccountId}:stack/{name}/{Guid.NewGuid()}",
        account.AccountId,
        account.Region,
        account.Partition);

    private static void RefuseOtherTypes(Template template, StackState state)
    {
        var changed = template.Resources.Values
            .Where(resource => state.Resources.TryGetValue(resource.LogicalId, out var known) && known.Type != resource.Type)
            .Select(resource => resource.LogicalId)
            .ToList();
        if (changed.Count > 0)
        {
            throw new TemplateException(
                $"Update of resource type is not permitted. The new template modifies resource type of the following resources: [{string.Join(", ", changed)}]");
        }
    }

    /// <summary>The values of the last deployment, for the parameters that are still there.</summary>
    private static Dictionary<string, string> Kept(Template template, StackState state, IReadOnlySet<string>? names) => state.Parameters
        .Where(parameter => template.Parameters.ContainsKey(parameter.Key) && (names is null || names.Contains(parameter.Key)))
        .ToDictionary();

    private static bool SameTexts(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out var text) && text == entry.Value);
}
