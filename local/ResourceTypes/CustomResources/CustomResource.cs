using System.Globalization;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.ResourceTypes.Simulated;

namespace BatchResource.Local.ResourceTypes.CustomResources;

/// <summary>
/// Resources that a provider of the user's answers for, see
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html.
/// </summary>
/// <param name="channel">The way to the providers.</param>
/// <param name="behavior">What AWS leaves open.</param>
/// <param name="simulates">Whether the function of that ARN cannot run here and its resources do nothing; null where none does.</param>
internal sealed class CustomResource(ProviderChannel channel, CloudFormationBehavior behavior, Func<string, bool>? simulates = null)
    : IResourceType
{
    public static bool IsCustom(string type) =>
        type == "AWS::CloudFormation::CustomResource" || type.StartsWith("Custom::", StringComparison.Ordinal);

    public bool HasAttribute(string name) => true;

    public IEnumerable<string> Problems(TemplateResource resource, Template template)
    {
        if (resource.Properties[CustomResourceEvent.ServiceToken] is not { } token)
            yield return "Missing required property ServiceToken";
        else if (simulates is null && UnrunnableIn(template, token) is { } function)
        {
            yield return $"{resource.Type} is answered by {function.LogicalId}, whose runtime {function.Properties["Runtime"]} "
                + "the local Lambda cannot run";
        }

        if (resource.Properties[CustomResourceEvent.ServiceTimeout] is JsonValue timeout && !IsTimeout(timeout.ToString()))
            yield return $"ServiceTimeout must be 1-3600, got {timeout.ToJsonString()}";
    }

    public Replacement Replaces(JsonObject before, JsonObject after) => Replacement.Conditional;

    public async Task<ResourceCopy> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellation)
    {
        if (Simulates(properties))
            return await UnknownType.Instance.CreateAsync(context, properties, cancellation);
        var request = new CustomResourceEvent("Create", context, properties);
        var (answer, key) = await SendAsync(request, "Resource creation cancelled", cancellation);
        return answer.Succeeded
            ? Copy(answer, key, properties)
            : throw Failure(answer, answer.PhysicalId);
    }

    public Task<ResourceCopy> UpdateAsync(
        ResourceContext context,
        ResourceCopy current,
        JsonObject properties,
        CancellationToken cancellation)
    {
        if (current.Properties[CustomResourceEvent.ServiceToken]?.ToString() != properties[CustomResourceEvent.ServiceToken]?.ToString())
            throw new ResourceFailedException("Modifying service token is not allowed.");
        if (Simulates(properties))
            return UnknownType.Instance.UpdateAsync(context, current, properties, cancellation);
        return SendUpdateAsync(
            new("Update", context, properties) { PhysicalId = current.PhysicalId, OldProperties = current.Properties },
            cancellation);
    }

    public Task<ResourceCopy> RestoreAsync(
        ResourceContext context,
        ResourceCopy current,
        ResourceCopy before,
        CancellationToken cancellation)
    {
        if (Simulates(before.Properties))
            return UnknownType.Instance.RestoreAsync(context, current, before, cancellation);
        var physicalId = behavior.RollbackPhysicalId == RollbackPhysicalId.Original ? before.PhysicalId : current.PhysicalId;
        return SendUpdateAsync(
            new("Update", context, before.Properties) { PhysicalId = physicalId, OldProperties = current.Properties, IsRollback = true },
            cancellation);
    }

    public async Task DeleteAsync(ResourceContext context, ResourceCopy copy, CancellationToken cancellation)
    {
        if (Simulates(copy.Properties))
            return;
        if (copy.PhysicalId is null && behavior.UnnamedResource == UnnamedResource.Forget)
            return;
        var physicalId = copy.PhysicalId ?? new SimulatedResource(context, copy.Properties).GeneratedName(128);
        var request = new CustomResourceEvent("Delete", context, copy.Properties) { PhysicalId = physicalId, IsRollback = true };
        var (answer, _) = await channel.SendAsync(request, cancellation);
        if (!answer.Succeeded)
            throw Failure(answer, physicalId);
    }

    public void Load(ResourceContext context, ResourceCopy copy)
    {
        // Nothing of it lives in this process.
    }

    public JsonNode Attribute(ResourceContext context, ResourceCopy copy, string name) => Find(copy.Attributes, name)?.DeepClone()
        ?? (Simulates(copy.Properties) ? UnknownType.Instance.Attribute(context, copy, name) : null)
        ?? throw new ResourceFailedException(
            $"CustomResource attribute error: Vendor response doesn't contain {name} key in object {copy.AnswerKey} "
            + $"in S3 bucket cloudformation-custom-resource-storage-{context.Stack.CompactRegion}");

    private bool Simulates(JsonObject properties) =>
        simulates?.Invoke(properties[CustomResourceEvent.ServiceToken]?.ToString() ?? "") == true;

    private async Task<ResourceCopy> SendUpdateAsync(CustomResourceEvent request, CancellationToken cancellation)
    {
        var (answer, key) = await SendAsync(request, "Resource update cancelled", cancellation);
        return answer.Succeeded
            ? Copy(answer, key, request.Properties)
            : throw Failure(answer, answer.PhysicalId ?? request.PhysicalId);
    }

    private async Task<(CustomResourceAnswer Answer, string Key)> SendAsync(
        CustomResourceEvent request,
        string cancelled,
        CancellationToken cancellation)
    {
        try
        {
            return await channel.SendAsync(request, cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new ResourceFailedException(cancelled) { PhysicalId = request.PhysicalId, MayExist = true, WasCancelled = true };
        }
    }

    private static ResourceFailedException Failure(CustomResourceAnswer answer, string? physicalId) => new(answer.Failure!)
    {
        PhysicalId = physicalId,
        MayExist = true,
        InvocationId = answer.InvocationId,
    };

    private static ResourceCopy Copy(CustomResourceAnswer answer, string key, JsonObject properties) =>
        new() { PhysicalId = answer.PhysicalId, Properties = properties, Attributes = answer.Attributes, AnswerKey = key };

    /// <summary>An attribute by its whole name, or level by level where the data is nested.</summary>
    private static JsonNode? Find(JsonObject data, string name) => data[name]
        ?? name.Split('.').Aggregate<string, JsonNode?>(data, (node, part) => (node as JsonObject)?[part]);

    /// <summary>The function behind a service token, where the template has it and the host has no way to run it.</summary>
    private static TemplateResource? UnrunnableIn(Template template, JsonNode token)
    {
        var target = ReferenceFinder.In(token).FirstOrDefault()?.Name;
        return target is not null && template.Resources.GetValueOrDefault(target) is { Type: "AWS::Lambda::Function" } function
            && !LocalFunctions.CanRun(function.Properties["Runtime"]?.ToString())
                ? function
                : null;
    }

    private static bool IsTimeout(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 3600;
}
