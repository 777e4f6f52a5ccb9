using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>
/// Stands for every type that the local CloudFormation does not know: its resources have an id, any attribute that is asked for, and are
/// updated in place. What they would do on AWS does not happen.
/// </summary>
internal sealed partial class UnknownType : IResourceType
{
    public static UnknownType Instance { get; } = new();

    /// <summary>Whether a name has the form of a type's.</summary>
    public static bool IsTypeName(string type) => Form().IsMatch(type);

    public bool HasAttribute(string name) => true;

    public IEnumerable<string> Problems(TemplateResource resource, Template template) => [];

    public Replacement Replaces(JsonObject before, JsonObject after) => Replacement.False;

    public Task<ResourceCopy> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellation) =>
        Task.FromResult(new ResourceCopy
        {
            PhysicalId = new SimulatedResource(context, properties).GeneratedName(),
            Properties = properties,
        });

    public Task<ResourceCopy> UpdateAsync(
        ResourceContext context, ResourceCopy current, JsonObject properties, CancellationToken cancellation) =>
        Task.FromResult(current with { Properties = properties });

    public Task<ResourceCopy> RestoreAsync(
        ResourceContext context, ResourceCopy current, ResourceCopy before, CancellationToken cancellation) => Task.FromResult(before);

    public Task DeleteAsync(ResourceContext context, ResourceCopy copy, CancellationToken cancellation) => Task.CompletedTask;

    public void Load(ResourceContext context, ResourceCopy copy)
    {
        // Nothing of it lives in this process.
    }

    /// <summary>An ARN for what is called one, and otherwise a text that tells where it comes from.</summary>
    public JsonNode Attribute(ResourceContext context, ResourceCopy copy, string name) => name.EndsWith("Arn", StringComparison.Ordinal)
        ? new SimulatedResource(context, copy.Properties).Arn(Service(context.Type), $"{Kind(context.Type)}/{copy.PhysicalId}")
        : $"{copy.PhysicalId}.{name}";

    private static string Service(string type) => type.Split("::")[1].ToLowerInvariant();

    private static string Kind(string type) => type.Split("::")[^1].ToLowerInvariant();

    [GeneratedRegex("^[A-Za-z0-9]{2,64}(::[A-Za-z0-9]{2,64}){2}(::MODULE)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
