using System.Globalization;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.ResourceTypes.WaitConditions;

/// <summary>Waits for signals to its handle, by the clock of the local AWS.</summary>
internal sealed class WaitCondition(WaitHandles handles, TimeProvider clock) : IResourceType
{
    public const string TypeName = "AWS::CloudFormation::WaitCondition";

    private const int MaximumTimeout = 43200;

    public bool HasAttribute(string name) => name == "Data";

    public IEnumerable<string> Problems(TemplateResource resource, Template template)
    {
        if (resource.Properties["Handle"] is null)
            yield return "Handle is required";
        if (resource.Properties["Timeout"] is not { } timeout)
            yield return "Timeout is required";
        else if (timeout is JsonValue seconds && !IsNumber(seconds, MaximumTimeout))
            yield return $"Timeout must be 1-{MaximumTimeout}, got {seconds.ToJsonString()}";
        if (resource.Properties["Count"] is JsonValue count && !IsNumber(count, int.MaxValue))
            yield return $"Count must be a positive number, got {count.ToJsonString()}";
    }

    public Replacement Replaces(JsonObject before, JsonObject after) => Replacement.False;

    public async Task<ResourceCopy> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellation)
    {
        var handle = handles.Find(properties["Handle"]?.ToString() ?? "")
            ?? throw new ResourceFailedException("Handle must be the Ref of a AWS::CloudFormation::WaitConditionHandle");
        var count = Number(properties, "Count", 1);
        try
        {
            var timeout = TimeSpan.FromSeconds(Number(properties, "Timeout", MaximumTimeout));
            var signals = await handle.WaitAsync(count, cancellation).WaitAsync(timeout, clock, cancellation);
            if (signals.FirstOrDefault(signal => !signal.IsSuccess) is { } failure)
            {
                throw new ResourceFailedException(
                    $"WaitCondition received failed message: '{failure.Reason}' for uniqueId: {failure.UniqueId}")
                {
                    MayExist = true,
                };
            }

            var data = new JsonObject(signals.Select(signal => KeyValuePair.Create(signal.UniqueId, (JsonNode?)signal.Data)));
            return new()
            {
                PhysicalId = $"{context.Stack.Id}/{context.LogicalId}",
                Properties = properties,
                Attributes = new() { ["Data"] = data.ToJsonString() },
            };
        }
        catch (TimeoutException)
        {
            throw new ResourceFailedException(
                $"WaitCondition timed out. Received {handle.Signals.Count} conditions when expecting {count}")
            {
                MayExist = true,
            };
        }
        catch (OperationCanceledException)
        {
            throw new ResourceFailedException("Resource creation cancelled") { WasCancelled = true };
        }
    }

    public Task<ResourceCopy> UpdateAsync(
        ResourceContext context,
        ResourceCopy current,
        JsonObject properties,
        CancellationToken cancellation) =>
        throw new ResourceFailedException($"Update to resource type {TypeName} is not supported.");

    public Task<ResourceCopy> RestoreAsync(
        ResourceContext context,
        ResourceCopy current,
        ResourceCopy before,
        CancellationToken cancellation) => Task.FromResult(before);

    public Task DeleteAsync(ResourceContext context, ResourceCopy copy, CancellationToken cancellation) => Task.CompletedTask;

    public void Load(ResourceContext context, ResourceCopy copy)
    {
        // Nothing of it lives in this process.
    }

    public JsonNode Attribute(ResourceContext context, ResourceCopy copy, string name) =>
        copy.Attributes[name]?.DeepClone() ?? throw new ResourceFailedException($"{context.LogicalId} has no {name}");

    private static int Number(JsonObject properties, string name, int otherwise) =>
        int.TryParse(properties[name]?.ToString(), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static bool IsNumber(JsonValue value, int maximum) =>
        int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= maximum;
}
