using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What the names of a template stand for in one stack, as far as its resources exist.</summary>
internal sealed class StackValues : IValues
{
    private readonly Template template;
    private readonly StackState state;
    private readonly IReadOnlyDictionary<string, JsonNode> parameters;
    private readonly IResourceTypes types;
    private readonly IStackLookup lookup;
    private readonly Dictionary<string, bool> conditions = [];
    private readonly ConcurrentDictionary<string, bool> imports = new();

    /// <param name="template">The template to resolve.</param>
    /// <param name="state">The stack with its resources.</param>
    /// <param name="parameters">The value of every parameter.</param>
    /// <param name="types">What knows the attributes of resources.</param>
    /// <param name="lookup">What is known outside of the stack.</param>
    public StackValues(
        Template template,
        StackState state,
        IReadOnlyDictionary<string, JsonNode> parameters,
        IResourceTypes types,
        IStackLookup lookup)
    {
        this.template = template;
        this.state = state;
        this.parameters = parameters;
        this.types = types;
        this.lookup = lookup;
        foreach (var name in template.Conditions.Keys)
            Condition(name);
    }

    /// <summary>The names of exports that were asked for.</summary>
    public IReadOnlyList<string> Imports => [.. imports.Keys];

    public JsonNode? Ref(string name)
    {
        if (parameters.TryGetValue(name, out var parameter))
            return parameter.DeepClone();
        if (state.Resources.TryGetValue(name, out var resource))
            return resource.Current.PhysicalId;
        var stack = state.Identity;
        return name switch
        {
            PseudoParameters.AccountId => stack.AccountId,
            PseudoParameters.NoValue => null,
            PseudoParameters.NotificationArns => new JsonArray(),
            PseudoParameters.Partition => stack.Partition,
            PseudoParameters.Region => stack.Region,
            PseudoParameters.StackId => stack.Id,
            PseudoParameters.StackName => stack.Name,
            PseudoParameters.UrlSuffix => stack.UrlSuffix,
            _ => throw Unresolved(name),
        };
    }

    public JsonNode? Attribute(string logicalId, string attribute)
    {
        if (!state.Resources.TryGetValue(logicalId, out var resource))
            throw Unresolved(logicalId);
        var context = new ResourceContext(state.Identity, logicalId, resource.Type, RequestIds.None);
        try
        {
            return types.Of(resource.Type).Attribute(context, resource.Current, attribute);
        }
        catch (Exception e) when (e is not ResourceFailedException)
        {
            throw new ResourceFailedException($"{logicalId}.{attribute}: {e.Message} ({e.GetType().Name})");
        }
    }

    public bool Condition(string name)
    {
        if (!conditions.TryGetValue(name, out var holds))
            conditions[name] = holds = new Evaluator(this).Condition(template.Conditions[name]);
        return holds;
    }

    public JsonNode? Mapping(string map, string topLevelKey, string secondLevelKey) =>
        ((template.Mappings[map] as JsonObject)?[topLevelKey] as JsonObject)?[secondLevelKey];

    public string Import(string name)
    {
        imports[name] = true;
        return lookup.Export(name) ?? throw new FunctionException($"No export named {name} found.");
    }

    public string StackOutput(string stackName, string outputName, string? region)
    {
        if (region is not null && region != state.Identity.Region)
            throw new FunctionException($"Fn::GetStackOutput: the local AWS has the Region {state.Identity.Region} only, not {region}");
        if (stackName == state.Identity.Name || stackName == state.Identity.Id)
            throw new FunctionException($"Fn::GetStackOutput cannot refer to an output of its own stack: {stackName}");
        return lookup.Output(stackName, outputName)
            ?? throw new FunctionException($"No output named {outputName} found in stack {stackName}.");
    }

    public string? StoredParameter(string name) => lookup.StoredParameter(name);

    private static FunctionException Unresolved(string name) =>
        new($"Template format error: Unresolved resource dependencies [{name}] in the Resources block of the template");
}
