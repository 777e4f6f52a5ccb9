using System.Xml.Linq;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>Writes stacks as the API shows them.</summary>
internal static class StackXml
{
    private const string Hidden = "****";

    /// <summary>Everything about a stack.</summary>
    public static XElement?[] Of(StackState stack)
    {
        var template = Read(stack.TemplateBody);
        return
        [
            .. Common(stack),
            XmlBody.Optional("Description", stack.Description),
            new("DisableRollback", stack.OnFailure == OnFailure.RollBack ? "false" : "true"),
            new("EnableTerminationProtection", stack.IsProtected ? "true" : "false"),
            new("NotificationARNs"),
            new("RollbackConfiguration", new XElement("RollbackTriggers")),
            new("Parameters", Parameters(template, stack.Parameters)),
            new("Capabilities", Capabilities.Of(template).Select(capability => new XElement("member", capability))),
            new("Outputs", stack.Outputs.Select(output => new XElement(
                "member",
                new XElement("OutputKey", output.Name),
                new XElement("OutputValue", output.Value),
                XmlBody.Optional("Description", output.Description),
                XmlBody.Optional("ExportName", output.ExportName)))),
            new("Tags", Tags(stack.Tags)),
        ];
    }

    /// <summary>What a list says of a stack.</summary>
    public static XElement?[] Summary(StackState stack) => [.. Common(stack), XmlBody.Optional("TemplateDescription", stack.Description)];

    /// <summary>The values of parameters; those of <c>NoEcho</c> are not shown.</summary>
    public static IEnumerable<XElement> Parameters(Template? template, IReadOnlyDictionary<string, string> values) =>
        values.Select(parameter => new XElement(
            "member",
            new XElement("ParameterKey", parameter.Key),
            new XElement("ParameterValue", IsHidden(template, parameter.Key) ? Hidden : parameter.Value)));

    public static IEnumerable<XElement> Tags(IReadOnlyDictionary<string, string> tags) =>
        tags.Select(tag => new XElement("member", new XElement("Key", tag.Key), new XElement("Value", tag.Value)));

    /// <summary>Reads a template that was deployed or planned; null for that of a stack which has none yet.</summary>
    public static Template? Read(string body) => body.Length == 0 ? null : TemplateReader.Read(body);

    private static XElement?[] Common(StackState stack)
    {
        var standing = stack.Standing;
        return
        [
            new("StackId", stack.Identity.Id),
            new("StackName", stack.Identity.Name),
            new("CreationTime", Timestamps.Format(stack.CreationTime)),
            XmlBody.Optional("ParentId", stack.ParentId),
            XmlBody.Optional("RootId", stack.RootId),
            Time("LastUpdatedTime", stack.LastUpdatedTime),
            Time("DeletionTime", stack.DeletionTime),
            new("StackStatus", standing.Status),
            XmlBody.Optional("StackStatusReason", standing.Reason),
            new("DriftInformation", new XElement("StackDriftStatus", "NOT_CHECKED")),
        ];
    }

    private static XElement? Time(string name, DateTimeOffset? time) => time is { } known ? new(name, Timestamps.Format(known)) : null;

    private static bool IsHidden(Template? template, string parameter) =>
        template?.Parameters.GetValueOrDefault(parameter)?.NoEcho == true;
}
