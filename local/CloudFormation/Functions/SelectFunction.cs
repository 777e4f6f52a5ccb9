using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>One element of a list.</summary>
internal sealed class SelectFunction() : IntrinsicFunction("Fn::Select")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        var arguments = List(argument);
        var list = evaluator.List(arguments[1], Name);
        var index = evaluator.Text(arguments[0], Name);
        return int.TryParse(index, out var i) && i >= 0 && i < list.Count
            ? list[i]?.DeepClone()
            : throw new FunctionException($"Template error: Fn::Select cannot select nonexistent value at index {index}");
    }

    public override string? FormProblem(JsonNode? argument) => NotAList(argument, 2, 2);
}
