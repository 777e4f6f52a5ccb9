using System.Xml.Linq;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>What is asked about stacks.</summary>
internal sealed class StackReads(StackEngine engine)
{
    public XElement?[] Describe(QueryCall call)
    {
        if (call.Parameters["StackName"] is { } name)
            return [new("Stacks", new XElement("member", StackXml.Of(Find(engine, name) ?? throw StackErrors.NoStackWithId(name))))];
        return Page.Of(call, "Stacks", engine.All.OrderByDescending(stack => stack.CreationTime), stack => stack.Identity.Id, StackXml.Of);
    }

    public XElement?[] List(QueryCall call)
    {
        var wanted = call.Parameters.List("StackStatusFilter");
        var found = engine.History.Reverse().Where(stack => wanted.Count == 0 || wanted.Contains(stack.Status));
        return Page.Of(call, "StackSummaries", found, stack => stack.Identity.Id, StackXml.Summary);
    }

    /// <summary>The latest event comes first.</summary>
    public XElement?[] Events(QueryCall call)
    {
        var name = call.Require("StackName");
        var stack = Find(engine, name) ?? throw StackErrors.NoStack(name);
        return Page.Of(call, "StackEvents", stack.Events.Reverse(), e => e.EventId, Event);
    }

    /// <summary>No stack has a policy here.</summary>
    public XElement?[] Policy(QueryCall call)
    {
        var name = call.Require("StackName");
        return Find(engine, name) is null ? throw StackErrors.NoStack(name) : [];
    }

    /// <summary>A stack by its name, while it exists, or by its ARN, deleted or not.</summary>
    public static StackState? Find(StackEngine engine, string nameOrId) =>
        engine.Find(nameOrId) is { } stack && (stack.Exists || stack.Identity.Id == nameOrId) ? stack : null;

    private static XElement?[] Event(StackEvent e) =>
    [
        new("StackId", e.StackId),
        new("EventId", e.EventId),
        new("StackName", e.StackName),
        new("LogicalResourceId", e.LogicalResourceId),
        new("PhysicalResourceId", e.PhysicalResourceId ?? ""),
        new("ResourceType", e.ResourceType),
        new("Timestamp", Timestamps.Format(e.Timestamp)),
        new("ResourceStatus", e.ResourceStatus),
        XmlBody.Optional("ResourceStatusReason", e.ResourceStatusReason),
        XmlBody.Optional("ClientRequestToken", e.ClientRequestToken),
    ];
}
