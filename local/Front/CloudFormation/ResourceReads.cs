using System.Xml.Linq;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>What is asked about the resources of stacks.</summary>
internal sealed class ResourceReads(StackEngine engine)
{
    public XElement?[] DescribeOne(QueryCall call)
    {
        var stack = Stack(call.Require("StackName"));
        var logicalId = call.Require("LogicalResourceId");
        var resource = stack.Resources.GetValueOrDefault(logicalId)
            ?? throw QueryCall.Validation($"Resource {logicalId} does not exist for stack {stack.Identity.Name}");
        return [new("StackResourceDetail", Described(stack, resource, "LastUpdatedTimestamp"))];
    }

    public XElement?[] Describe(QueryCall call)
    {
        var physicalId = call.Parameters["PhysicalResourceId"];
        var stack = call.Parameters["StackName"] is { } name
            ? Stack(name)
            : engine.All.FirstOrDefault(stack => stack.Resources.Values.Any(resource => resource.Current.PhysicalId == physicalId))
                ?? throw QueryCall.Validation($"Stack for {physicalId} does not exist");
        var wanted = call.Parameters["LogicalResourceId"];
        var found = Ordered(stack).Where(resource => wanted is null || resource.LogicalId == wanted);
        return [new("StackResources", found.Select(resource => new XElement("member", Described(stack, resource, "Timestamp"))))];
    }

    public XElement?[] List(QueryCall call)
    {
        var stack = Stack(call.Require("StackName"));
        return Page.Of(
            call,
            "StackResourceSummaries",
            Ordered(stack),
            resource => resource.LogicalId,
            resource => Common(resource, "LastUpdatedTimestamp"));
    }

    private StackState Stack(string name) => StackReads.Find(engine, name) ?? throw StackErrors.NoStackWithId(name);

    private static IEnumerable<ResourceState> Ordered(StackState stack) =>
        stack.Resources.Values.OrderBy(resource => resource.LogicalId, StringComparer.Ordinal);

    private static XElement?[] Described(StackState stack, ResourceState resource, string timeName) =>
        [new("StackName", stack.Identity.Name), new("StackId", stack.Identity.Id), .. Common(resource, timeName)];

    private static XElement?[] Common(ResourceState resource, string timeName) =>
    [
        new("LogicalResourceId", resource.LogicalId),
        XmlBody.Optional("PhysicalResourceId", resource.Current.PhysicalId),
        new("ResourceType", resource.Type),
        new(timeName, Timestamps.Format(resource.Timestamp)),
        new("ResourceStatus", resource.Status),
        XmlBody.Optional("ResourceStatusReason", resource.StatusReason),
        new("DriftInformation", new XElement("StackResourceDriftStatus", "NOT_CHECKED")),
    ];
}
