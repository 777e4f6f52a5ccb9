using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Events;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>Amazon EventBridge.</summary>
internal static class EventsTypes
{
    public static IEnumerable<SimulatedType> All(EventBus bus) =>
    [
        new("AWS::Events::Rule")
        {
            PhysicalId = resource => resource.Named("Name"),
            ReplacedBy = ["Name", "EventBusName"],
            Attributes = new() { ["Arn"] = resource => RuleArn(resource) },
            Put = resource => Put(resource, bus),
            Remove = resource => bus.RemoveRule(RuleArn(resource)),
            Check = Problems,
        },
    ];

    private static string RuleArn(SimulatedResource resource) => resource.Arn("events", $"rule/{resource.PhysicalId}");

    private static void Put(SimulatedResource resource, EventBus bus)
    {
        if (resource.Text("State") == "DISABLED")
        {
            bus.RemoveRule(RuleArn(resource));
            return;
        }

        try
        {
            var pattern = resource.Properties["EventPattern"] is JsonObject members ? new EventPattern(members) : null;
            var targets = (resource.Properties["Targets"] as JsonArray ?? []).OfType<JsonObject>().Select(Target);
            bus.PutRule(new(RuleArn(resource), pattern, [.. targets]));
        }
        catch (FormatException e)
        {
            throw new ResourceFailedException(e.Message);
        }
    }

    private static EventTarget Target(JsonObject target) => new()
    {
        Arn = target["Arn"]?.ToString() ?? "",
        Input = target["Input"]?.ToString(),
        InputPath = target["InputPath"]?.ToString(),
        InputTemplate = target["InputTransformer"]?["InputTemplate"]?.ToString(),
        InputPaths = (target["InputTransformer"]?["InputPathsMap"] as JsonObject ?? [])
            .ToDictionary(path => path.Key, path => path.Value?.ToString() ?? ""),
    };

    /// <summary>A pattern without functions can be judged before the deployment.</summary>
    private static IEnumerable<string> Problems(TemplateResource resource, Template template)
    {
        if (resource.Properties["EventBusName"] is not null)
            yield return "event buses other than the default one are not supported";
        if (resource.Properties["EventPattern"] is not JsonObject pattern || ReferenceFinder.In(pattern).Any())
            yield break;
        string? problem = null;
        try
        {
            _ = new EventPattern(pattern);
        }
        catch (FormatException e)
        {
            problem = e.Message;
        }

        if (problem is not null)
            yield return problem;
    }
}
