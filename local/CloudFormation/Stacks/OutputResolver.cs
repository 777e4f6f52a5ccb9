using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Computes the outputs of a stack, and keeps other stacks' imports as they are.</summary>
internal static class OutputResolver
{
    /// <summary>Refuses to take away what other stacks import; export names are known before any resource is touched.</summary>
    /// <exception cref="FunctionException">An export is in use.</exception>
    public static void RefuseRemovals(Template template, Evaluator evaluator, IExports exports, StackState state)
    {
        var kept = Active(template, evaluator).Select(output => ExportName(output, evaluator)).ToHashSet();
        foreach (var name in state.Outputs.Select(output => output.ExportName).OfType<string>().Where(name => !kept.Contains(name)))
        {
            if (exports.Importers(name) is { Count: > 0 } importers)
                throw new FunctionException($"Export {name} cannot be deleted as it is in use by {string.Join(", ", importers)}");
        }
    }

    /// <summary>The outputs whose condition holds, of a stack whose resources are complete.</summary>
    /// <exception cref="FunctionException">A value cannot be computed, an export's name is taken, or one in use would change.</exception>
    public static List<StackOutput> Resolve(Template template, Evaluator evaluator, IExports exports, StackState state)
    {
        var outputs = new List<StackOutput>();
        foreach (var output in Active(template, evaluator))
        {
            var name = ExportName(output, evaluator);
            if (name is not null && exports.Exporter(name) is { } exporter && exporter != state.Identity.Name)
                throw new FunctionException($"Export with name {name} is already exported by stack {exporter}.");
            var value = Text(evaluator.Evaluate(output.Value));
            if (name is not null && state.Outputs.FirstOrDefault(former => former.ExportName == name) is { } before && before.Value != value
                && exports.Importers(name) is { Count: > 0 } importers)
            {
                throw new FunctionException($"Export {name} cannot be updated as it is in use by {string.Join(", ", importers)}");
            }

            outputs.Add(new(output.Name, value, output.Description, name));
        }

        return outputs;
    }

    private static IEnumerable<TemplateOutput> Active(Template template, Evaluator evaluator) =>
        template.Outputs.Values.Where(output => output.Condition is null || evaluator.Values.Condition(output.Condition));

    private static string? ExportName(TemplateOutput output, Evaluator evaluator) =>
        output.ExportName is null ? null : evaluator.Text(output.ExportName, "Export");

    private static string Text(JsonNode? value) => value switch
    {
        JsonArray items => string.Join(",", items.Select(Text)),
        JsonValue scalar => Evaluator.ScalarText(scalar),
        null => "",
        _ => value.ToJsonString(),
    };
}
