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
            : throw new FunctionException(Nonexistent(index));
    }

    public override string? FormProblem(JsonNode? argument) => NotAList(argument, 2, 2) ?? OutOfRange((JsonArray)argument!);

    /// <summary>What can be seen in the template already, when both the index and the list are written out in it.</summary>
    private static string? OutOfRange(JsonArray arguments) =>
        arguments[0] is JsonValue index && arguments[1] is JsonArray list
        && (!int.TryParse(index.ToString(), out var i) || i < 0 || i >= list.Count)
            ? Nonexistent(index.ToString())
            : null;

    private static string Nonexistent(string index) => $"Template error: Fn::Select cannot select nonexistent value at index {index}";
}
