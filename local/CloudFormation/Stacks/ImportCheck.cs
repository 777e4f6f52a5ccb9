using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// Finds what a template imports and no stack exports, before anything is deployed. Branches that are not taken do not count.
/// </summary>
internal static class ImportCheck
{
    /// <summary>Refuses the template when something is missing.</summary>
    /// <exception cref="TemplateException">Names every export that is missing.</exception>
    public static void Require(Template template, Evaluator evaluator, IStackLookup lookup)
    {
        var resources = template.Resources.Values
            .Where(resource => IsIn(resource.Condition))
            .Select(resource => (JsonNode?)resource.Properties);
        var outputs = template.Outputs.Values.Where(output => IsIn(output.Condition)).Select(output => output.Value);
        var names = resources.Concat(outputs).SelectMany(node => Imports(node, evaluator)).Distinct();
        var missing = names.Where(name => lookup.Export(name) is null).ToList();
        if (missing.Count > 0)
            throw new TemplateException([.. missing.Select(name => $"No export named {name} found.")]);

        bool IsIn(string? condition) => condition is null || evaluator.Values.Condition(condition);
    }

    private static IEnumerable<string> Imports(JsonNode? node, Evaluator evaluator) => node switch
    {
        JsonObject { Count: 1 } call when call["Fn::If"] is JsonArray { Count: 3 } branches =>
            Imports(branches[evaluator.Values.Condition(branches[0]!.ToString()) ? 1 : 2], evaluator),
        JsonObject { Count: 1 } call when call["Fn::ImportValue"] is { } name => [evaluator.Text(name, "Fn::ImportValue")],
        JsonObject members => members.SelectMany(member => Imports(member.Value, evaluator)),
        JsonArray items => items.SelectMany(item => Imports(item, evaluator)),
        _ => [],
    };
}
