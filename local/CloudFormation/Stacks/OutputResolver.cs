using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Computes the outputs of a stack whose resources are complete.</summary>
internal static class OutputResolver
{
    /// <summary>The outputs whose condition holds.</summary>
    /// <exception cref="FunctionException">A value cannot be computed, or an export's name is taken.</exception>
    public static List<StackOutput> Resolve(Template template, Evaluator evaluator, IExports exports, string stackName)
    {
        var outputs = new List<StackOutput>();
        foreach (var output in template.Outputs.Values)
        {
            if (output.Condition is not null && !evaluator.Values.Condition(output.Condition))
                continue;
            var exportName = output.ExportName is null ? null : evaluator.Text(output.ExportName, "Export");
            if (exportName is not null && exports.Exporter(exportName) is { } exporter && exporter != stackName)
                throw new FunctionException($"Export with name {exportName} is already exported by stack {exporter}.");
            outputs.Add(new(output.Name, Text(evaluator.Evaluate(output.Value)), output.Description, exportName));
        }

        return outputs;
    }

    private static string Text(JsonNode? value) => value switch
    {
        JsonArray items => string.Join(",", items.Select(Text)),
        JsonValue scalar => Evaluator.ScalarText(scalar),
        null => "",
        _ => value.ToJsonString(),
    };
}
