using System.Xml.Linq;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Ground;
using BatchResource.Local.Ground.Wire;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>Plans that are looked at before they are executed.</summary>
internal sealed class ChangeSetOperations(StackEngine engine, TemplateSource source)
{
    public XElement?[] Create(QueryCall call)
    {
        var isCreation = (call.Parameters["ChangeSetType"] ?? "UPDATE") switch
        {
            "CREATE" => true,
            "UPDATE" => false,
            var other => throw QueryCall.Validation($"ChangeSetType must be CREATE or UPDATE here, got \"{other}\""),
        };
        var stack = StackReads.Find(engine, call.Require("StackName"));
        var request = StackWrites.Request(call, source.Read(call.Parameters, stack)) with { ClientRequestToken = null };
        var set = engine.ChangeSets.Create(new(call.Require("ChangeSetName"), request)
        {
            IsCreation = isCreation,
            Description = call.Parameters["Description"],
            IncludesNestedStacks = call.Parameters.Flag("IncludeNestedStacks"),
            HasOnStackFailure = call.Parameters["OnStackFailure"] is not null,
        });
        return [new("Id", set.Id), new("StackId", set.Request.StackName)];
    }

    public XElement?[] Describe(QueryCall call)
    {
        var (stack, set) = Find(call);
        var template = StackXml.Read(set.Request.TemplateBody);
        var showsValues = call.Parameters.Flag("IncludePropertyValues");
        var changes = Page.Of(call, "Changes", set.Changes, change => change.LogicalId, change =>
            [new("Type", "Resource"), ChangeXml.Of(change, showsValues)]);
        return
        [
            .. Common(stack, set),
            new("NotificationARNs"),
            new("RollbackConfiguration", new XElement("RollbackTriggers")),
            new("Parameters", StackXml.Parameters(template, set.Parameters)),
            new("Capabilities", Capabilities.Of(template).Select(capability => new XElement("member", capability))),
            new("Tags", StackXml.Tags(set.Request.Tags ?? stack.Tags)),
            .. changes,
        ];
    }

    public XElement?[] List(QueryCall call)
    {
        var stack = engine.Existing(call.Require("StackName"));
        return Page.Of(call, "Summaries", engine.ChangeSets.List(stack.Identity.Id), set => set.Id, set => Common(stack, set));
    }

    public XElement?[] Execute(QueryCall call)
    {
        engine.ChangeSets.BeginExecute(new(call.Require("ChangeSetName"), call.Parameters["StackName"])
        {
            ClientRequestToken = call.Parameters["ClientRequestToken"],
            DisableRollback = call.Parameters["DisableRollback"] is null ? null : call.Parameters.Flag("DisableRollback"),
            RetainExceptOnCreate = call.Parameters.Flag("RetainExceptOnCreate"),
        });
        return [];
    }

    public XElement?[] Delete(QueryCall call)
    {
        engine.ChangeSets.Delete(call.Require("ChangeSetName"), call.Parameters["StackName"]);
        return [];
    }

    private (StackState Stack, ChangeSet Set) Find(QueryCall call) =>
        engine.ChangeSets.Find(call.Require("ChangeSetName"), call.Parameters["StackName"]);

    private static XElement?[] Common(StackState stack, ChangeSet set) =>
    [
        new("ChangeSetName", set.Name),
        new("ChangeSetId", set.Id),
        new("StackId", stack.Identity.Id),
        new("StackName", stack.Identity.Name),
        XmlBody.Optional("Description", set.Description),
        new("CreationTime", Timestamps.Format(set.CreationTime)),
        new("Status", set.Status),
        XmlBody.Optional("StatusReason", set.StatusReason),
        new("ExecutionStatus", set.ExecutionStatus),
        new("IncludeNestedStacks", set.IncludesNestedStacks ? "true" : "false"),
        XmlBody.Optional("ParentChangeSetId", set.ParentId),
        XmlBody.Optional("RootChangeSetId", set.RootId),
    ];
}
