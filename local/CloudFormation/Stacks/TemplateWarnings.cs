using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What of a template is deployed here and would not be on AWS.</summary>
internal static class TemplateWarnings
{
    /// <summary>A sentence for each property that its resource type does not have.</summary>
    public static IReadOnlyList<string> Of(Template template, IResourceTypes types) =>
    [
        .. template.Resources.Values.SelectMany(resource => types.PropertiesOf(resource.Type) is not { } known
            ? []
            : resource.Properties.Select(property => property.Key).Where(name => !known.Contains(name)).Select(name =>
                $"Resources.{resource.LogicalId}.Properties.{name}: {resource.Type} has no property {name}, so AWS would refuse it")),
    ];
}
