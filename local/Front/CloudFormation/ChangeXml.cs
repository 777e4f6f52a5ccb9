using System.Text.Json.Nodes;
using System.Xml.Linq;
using BatchResource.Local.CloudFormation.Changes;
using BatchResource.Local.Ground.Wire;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>Writes the changes of a change set as the API shows them.</summary>
internal static class ChangeXml
{
    /// <summary>A change of a resource.</summary>
    /// <param name="change">The change.</param>
    /// <param name="showsValues">Whether the properties before and after are shown.</param>
    public static XElement Of(PlannedChange change, bool showsValues) => new(
        "ResourceChange",
        new XElement("Action", change.Action.ToString()),
        new XElement("LogicalResourceId", change.LogicalId),
        XmlBody.Optional("PhysicalResourceId", change.PhysicalId),
        new XElement("ResourceType", change.Type),
        XmlBody.Optional("Replacement", change.Replacement?.ToString()),
        XmlBody.Optional("PolicyAction", change.PolicyAction),
        XmlBody.Optional("ChangeSetId", change.ChangeSetId),
        new XElement("Scope", change.Scope.Select(attribute => new XElement("member", attribute))),
        new XElement("Details", change.Details.Select(detail => new XElement("member", Detail(detail, showsValues)))),
        showsValues ? Context("BeforeContext", change.Before) : null,
        showsValues ? Context("AfterContext", change.After) : null);

    private static XElement?[] Detail(ChangeDetail detail, bool showsValues) =>
    [
        new(
            "Target",
            new XElement("Attribute", detail.Attribute),
            XmlBody.Optional("Name", detail.Property),
            new XElement("RequiresRecreation", detail.Recreation.ToString()),
            showsValues ? XmlBody.Optional("BeforeValue", detail.Before) : null,
            showsValues ? XmlBody.Optional("AfterValue", detail.After) : null),
        new("Evaluation", detail.IsStatic ? "Static" : "Dynamic"),
        new("ChangeSource", detail.Source.ToString()),
        XmlBody.Optional("CausingEntity", detail.CausingEntity),
    ];

    private static XElement? Context(string name, JsonObject? properties) => properties is null
        ? null
        : new(name, new JsonObject { ["Properties"] = properties.DeepClone() }.ToJsonString());
}
