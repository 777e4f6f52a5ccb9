using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>A resource type of which only the surface exists: ids, attributes, and which changes replace.</summary>
internal sealed class SimulatedType(string name) : IResourceType
{
    /// <summary>The type's name, such as <c>AWS::S3::Bucket</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What <c>Ref</c> returns for a new resource.</summary>
    public required Func<SimulatedResource, string> PhysicalId { get; init; }

    /// <summary>The attributes that <c>Fn::GetAtt</c> can ask for.</summary>
    public Dictionary<string, Func<SimulatedResource, JsonNode?>> Attributes { get; init; } = [];

    /// <summary>The properties whose change makes another physical resource; <c>*</c> for any.</summary>
    public IReadOnlyCollection<string> ReplacedBy { get; init; } = [];

    /// <summary>What else happens in the local AWS when the resource is created or changed.</summary>
    public Action<SimulatedResource>? Put { get; init; }

    /// <summary>What else happens in the local AWS when the resource is deleted.</summary>
    public Action<SimulatedResource>? Remove { get; init; }

    /// <summary>What of a declaration cannot be deployed here.</summary>
    public Func<TemplateResource, Template, IEnumerable<string>>? Check { get; init; }

    public bool HasAttribute(string name) => Attributes.ContainsKey(name);

    public IEnumerable<string> Problems(TemplateResource resource, Template template) => Check?.Invoke(resource, template) ?? [];

    public Replacement Replaces(JsonObject before, JsonObject after)
    {
        if (ReplacedBy.Contains("*"))
            return Replacement.True;
        var changed = ReplacedBy.Where(property => !JsonNode.DeepEquals(before[property], after[property])).ToList();
        if (changed.Count == 0)
            return Replacement.False;
        return changed.All(property => UnknownValue.IsIn(after[property])) ? Replacement.Conditional : Replacement.True;
    }

    public Task<ResourceCopy> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellation)
    {
        var resource = new SimulatedResource(context, properties);
        return Task.FromResult(Made(resource with { PhysicalId = PhysicalId(resource) }));
    }

    public async Task<ResourceCopy> UpdateAsync(
        ResourceContext context,
        ResourceCopy current,
        JsonObject properties,
        CancellationToken cancellation)
    {
        if (Replaces(current.Properties, properties) == Replacement.False)
            return Made(new SimulatedResource(context, properties) { PhysicalId = current.PhysicalId! });
        var replacement = await CreateAsync(context, properties, cancellation);
        return replacement.PhysicalId != current.PhysicalId
            ? replacement
            : throw new ResourceFailedException(
                "CloudFormation cannot update a stack when a custom-named resource requires replacing. "
                + $"Rename {current.PhysicalId} and update the stack again.");
    }

    public Task<ResourceCopy> RestoreAsync(
        ResourceContext context,
        ResourceCopy current,
        ResourceCopy before,
        CancellationToken cancellation) =>
        Task.FromResult(current.PhysicalId == before.PhysicalId
            ? Made(new SimulatedResource(context, before.Properties) { PhysicalId = before.PhysicalId! })
            : before);

    public Task DeleteAsync(ResourceContext context, ResourceCopy copy, CancellationToken cancellation)
    {
        if (copy.PhysicalId is not null)
            Remove?.Invoke(new SimulatedResource(context, copy.Properties) { PhysicalId = copy.PhysicalId });
        return Task.CompletedTask;
    }

    public void Load(ResourceContext context, ResourceCopy copy)
    {
        if (copy.PhysicalId is not null)
            Put?.Invoke(new SimulatedResource(context, copy.Properties) { PhysicalId = copy.PhysicalId });
    }

    public JsonNode Attribute(ResourceContext context, ResourceCopy copy, string name) =>
        copy.Attributes[name]?.DeepClone()
        ?? throw new ResourceFailedException($"Resource {context.LogicalId} has no value for attribute {name}");

    private ResourceCopy Made(SimulatedResource resource)
    {
        Put?.Invoke(resource);
        var attributes = Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value(resource)));
        return new() { PhysicalId = resource.PhysicalId, Properties = resource.Properties, Attributes = new JsonObject(attributes) };
    }
}
