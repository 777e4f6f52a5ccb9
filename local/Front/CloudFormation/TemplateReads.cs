using System.Text.Json.Nodes;
using System.Xml.Linq;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Ground.Wire;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>What is asked about templates.</summary>
internal sealed class TemplateReads(StackEngine engine, TemplateSource source)
{
    public XElement?[] Get(QueryCall call)
    {
        return
        [
            new("TemplateBody", Body(call)),
            new("StagesAvailable", new XElement("member", "Original"), new XElement("member", "Processed")),
        ];
    }

    private string Body(QueryCall call)
    {
        if (call.Parameters["ChangeSetName"] is { } changeSet)
            return engine.ChangeSets.Find(changeSet, call.Parameters["StackName"]).Set.Request.TemplateBody;
        var name = call.Require("StackName");
        return (StackReads.Find(engine, name) ?? throw StackErrors.NoStackWithId(name)).TemplateBody;
    }

    public XElement?[] Validate(QueryCall call)
    {
        var template = TemplateReader.Read(source.Read(call.Parameters));
        return [.. Common(template), new("Parameters", Parameters(template, isSummary: false))];
    }

    public XElement?[] Summarize(QueryCall call)
    {
        var stack = call.Parameters["StackName"] is { } name
            ? StackReads.Find(engine, name) ?? throw StackErrors.NoStackWithId(name)
            : null;
        var template = TemplateReader.Read(stack?.TemplateBody ?? source.Read(call.Parameters));
        var root = TemplateReader.Parse(template.Body);
        return
        [
            .. Common(template),
            new("Parameters", Parameters(template, isSummary: true)),
            new("ResourceTypes", template.Resources.Values
                .Select(resource => resource.Type)
                .Distinct()
                .Select(type => new XElement("member", type))),
            XmlBody.Optional("Metadata", root["Metadata"]?.ToJsonString()),
            XmlBody.Optional("Version", root["AWSTemplateFormatVersion"]?.ToString()),
        ];
    }

    private static XElement?[] Common(Template template)
    {
        var capabilities = Capabilities.Of(template);
        return
        [
            XmlBody.Optional("Description", template.Description),
            new("Capabilities", capabilities.Select(capability => new XElement("member", capability))),
            XmlBody.Optional("CapabilitiesReason", capabilities.Count == 0
                ? null
                : $"The following resource(s) require capabilities: [{string.Join(", ", Capabilities.TypesOf(template))}]"),
        ];
    }

    private static IEnumerable<XElement> Parameters(Template template, bool isSummary)
    {
        var declared = TemplateReader.Parse(template.Body)["Parameters"] as JsonObject;
        return template.Parameters.Values.Select(parameter => new XElement(
            "member",
            new XElement("ParameterKey", parameter.Name),
            XmlBody.Optional("DefaultValue", parameter.Default),
            new XElement("NoEcho", parameter.NoEcho ? "true" : "false"),
            XmlBody.Optional("Description", declared?[parameter.Name]?["Description"]?.ToString()),
            isSummary ? new XElement("ParameterType", parameter.Type) : null,
            isSummary
                ? new XElement("ParameterConstraints", new XElement(
                    "AllowedValues", parameter.AllowedValues.Select(value => new XElement("member", value))))
                : null));
    }
}
