using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;

namespace BatchResource.Local.Tool.Output;

/// <summary>Stacks for programs, with the names of CloudFormation's API.</summary>
internal static class StackJson
{
    /// <summary>A stack with its resources, and with the events that are asked for.</summary>
    public static JsonObject Of(StackResult stack, bool withEvents) => new()
    {
        ["StackName"] = stack.StackName,
        ["StackId"] = stack.StackId,
        ["StackStatus"] = stack.Status,
        ["StackStatusReason"] = stack.StatusReason,
        ["Outputs"] = new JsonObject(stack.Outputs.Select(output => KeyValuePair.Create(output.Key, (JsonNode?)output.Value))),
        ["StackResources"] = new JsonArray([.. stack.Resources.Values.OrderBy(resource => resource.LogicalId).Select(Resource)]),
        ["StackEvents"] = withEvents ? Events(stack.Events) : null,
    };

    /// <summary>Events, oldest first.</summary>
    public static JsonArray Events(IEnumerable<StackEvent> events) => new([.. events.Select(e => new JsonObject
    {
        ["Timestamp"] = e.Timestamp.ToString("O"),
        ["LogicalResourceId"] = e.LogicalResourceId,
        ["PhysicalResourceId"] = e.PhysicalResourceId,
        ["ResourceType"] = e.ResourceType,
        ["ResourceStatus"] = e.ResourceStatus,
        ["ResourceStatusReason"] = e.ResourceStatusReason,
    })]);

    private static JsonObject Resource(StackResource resource) => new()
    {
        ["LogicalResourceId"] = resource.LogicalId,
        ["PhysicalResourceId"] = resource.PhysicalId,
        ["ResourceType"] = resource.Type,
        ["ResourceStatus"] = resource.Status,
        ["ResourceStatusReason"] = resource.StatusReason,
    };
}
