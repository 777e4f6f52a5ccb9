using System.Xml.Linq;
using BatchResource.Local.CloudFormation.Stacks;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>What stacks export, and who imports it.</summary>
internal sealed class ExportReads(StackEngine engine)
{
    public XElement?[] List(QueryCall call) => Page.Of(
        call,
        "Exports",
        engine.All.SelectMany(stack => stack.Outputs
            .Where(output => output.ExportName is not null)
            .Select(output => (Stack: stack, Output: output))),
        export => export.Output.ExportName!,
        export =>
        [
            new("ExportingStackId", export.Stack.Identity.Id),
            new("Name", export.Output.ExportName),
            new("Value", export.Output.Value),
        ]);

    public XElement?[] Imports(QueryCall call)
    {
        var name = call.Require("ExportName");
        if (!engine.All.Any(stack => stack.Outputs.Any(output => output.ExportName == name)))
            throw QueryCall.Validation($"Export '{name}' does not exist.");
        var importers = engine.All.Where(stack => stack.Imports.Contains(name)).Select(stack => stack.Identity.Name).ToList();
        if (importers.Count == 0)
            throw QueryCall.Validation($"Export '{name}' is not imported by any stack.");
        return [new("Imports", importers.Select(importer => new XElement("member", importer)))];
    }
}
