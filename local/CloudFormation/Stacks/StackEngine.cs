using System.Collections.Concurrent;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>The stacks of the local account and what can be done with them.</summary>
internal sealed class StackEngine(Account account, StackServices services, ParameterStore parameters) : IExports
{
    private readonly ConcurrentDictionary<string, StackState> stacks = new();

    /// <summary>The stack of that name, deleted ones included, or null.</summary>
    public StackState? Find(string name) => stacks.GetValueOrDefault(name);

    /// <summary>Every stack that is not deleted.</summary>
    public IEnumerable<StackState> All => stacks.Values.Where(stack => stack.Status != StackStatus.DeleteComplete);

    public string? Exporter(string exportName) => All.FirstOrDefault(stack => Exports(stack).Contains(exportName))?.Identity.Name;

    /// <summary>Creates a stack.</summary>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    /// <exception cref="StackException">The stack exists.</exception>
    public async Task<StackState> CreateAsync(StackRequest request, CancellationToken cancellation)
    {
        var existing = Find(request.StackName);
        if (existing is not null && existing.Status != StackStatus.DeleteComplete)
            throw new StackException($"Stack [{request.StackName}] already exists");
        var template = Read(request);
        var state = new StackState
        {
            Identity = NewIdentity(request.StackName),
            TemplateBody = request.TemplateBody,
            Parameters = ParameterResolver.Texts(template, request.Parameters),
            FailedRequestIds = existing?.FailedRequestIds ?? new Dictionary<string, string>(),
        };
        var values = Values(template, state, state.Parameters);
        if (!(existing is null ? stacks.TryAdd(request.StackName, state) : stacks.TryUpdate(request.StackName, state, existing)))
            throw new StackException($"Stack [{request.StackName}] already exists");
        using var hold = state.Hold();
        await new StackOperation(state, services).CreateAsync(template, values, this, cancellation);
        return state;
    }

    /// <summary>Updates a stack.</summary>
    /// <returns>The stack, or null when template and parameters are what they were.</returns>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    /// <exception cref="StackException">There is no such stack, or it is in a wrong state.</exception>
    public async Task<StackState?> UpdateAsync(StackRequest request, CancellationToken cancellation)
    {
        var state = Existing(request.StackName);
        using var hold = state.Hold();
        if (!StackStatus.CanBeUpdated(state.Status))
            throw new StackException($"Stack:{state.Identity.Id} is in {state.Status} state and can not be updated.");
        var template = Read(request);
        var texts = ParameterResolver.Texts(template, request.Parameters, Kept(template, state));
        RefuseOtherTypes(template, state);
        if (state.TemplateBody == request.TemplateBody && SameTexts(state.Parameters, texts))
            return null;
        var values = Values(template, state, texts);
        state.Before = new(state.TemplateBody, state.Parameters, state.Resources.ToDictionary());
        (state.TemplateBody, state.Parameters) = (request.TemplateBody, texts);
        await new StackOperation(state, services).UpdateAsync(template, values, this, cancellation);
        return state;
    }

    /// <summary>Deletes a stack; one that does not exist counts as deleted.</summary>
    /// <exception cref="StackException">An operation is under way, or other stacks import what this one exports.</exception>
    public async Task<StackState?> DeleteAsync(string stackName, CancellationToken cancellation)
    {
        if (Find(stackName) is not { } state || state.Status == StackStatus.DeleteComplete)
            return null;
        using var hold = state.Hold();
        foreach (var name in Exports(state))
        {
            if (All.FirstOrDefault(stack => stack.Imports.Contains(name)) is { } importer)
                throw new StackException($"Export {name} cannot be deleted as it is in use by {importer.Identity.Name}");
        }

        await new StackOperation(state, services).DeleteAsync(cancellation);
        return state;
    }

    /// <summary>Takes over a stack that a former process has left.</summary>
    public void Restore(StackState state)
    {
        stacks[state.Identity.Name] = state;
        foreach (var resource in state.Resources.Values)
        {
            var context = new ResourceContext(state.Identity, resource.LogicalId, resource.Type, RequestIds.None);
            foreach (var copy in resource.Superseded.Append(resource.Current))
                services.Types.Find(resource.Type)?.Load(context, copy);
        }
    }

    /// <summary>Ends the operation that a former process was killed in, if it was: what it had not completed is rolled back.</summary>
    public async Task ResumeAsync(string stackName, CancellationToken cancellation)
    {
        if (Find(stackName) is not { } state || !StackStatus.IsInProgress(state.Status))
            return;
        using var hold = state.Hold();
        var template = TemplateReader.Read(state.TemplateBody);
        await new StackOperation(state, services).ResumeAsync(template, Values(template, state, state.Parameters), cancellation);
    }

    private Template Read(StackRequest request)
    {
        if (request.StackName.Length is 0 or > 128 || !char.IsAsciiLetter(request.StackName[0])
            || !request.StackName.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new TemplateException(
                $"Stack name must start with a letter and hold at most 128 letters, digits and hyphens, got \"{request.StackName}\"");
        }

        var template = TemplateReader.Read(request.TemplateBody);
        TemplateValidator.Validate(template, services.Types);
        return template;
    }

    private StackValues Values(Template template, StackState state, IReadOnlyDictionary<string, string> texts)
    {
        try
        {
            var values = new StackValues(
                template, state, ParameterResolver.Values(template, texts, parameters.Find), services.Types, name => ExportedValue(name));
            RuleChecker.Check(template, new Evaluator(values));
            return values;
        }
        catch (FunctionException e)
        {
            throw new TemplateException(e.Message);
        }
    }

    private string? ExportedValue(string name) =>
        All.SelectMany(stack => stack.Outputs).FirstOrDefault(output => output.ExportName == name)?.Value;

    private StackState Existing(string name) => Find(name) is { } state && state.Status != StackStatus.DeleteComplete
        ? state
        : throw new StackException($"Stack [{name}] does not exist");

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
    private static Dictionary<string, string> Kept(Template template, StackState state) =>
        state.Parameters.Where(parameter => template.Parameters.ContainsKey(parameter.Key)).ToDictionary();

    private static bool SameTexts(IReadOnlyDictionary<string, string> one, Dictionary<string, string> other) =>
        one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out var text) && text == entry.Value);

    private static IEnumerable<string> Exports(StackState state) =>
        state.Outputs.Where(output => output.ExportName is not null).Select(output => output.ExportName!);
}
