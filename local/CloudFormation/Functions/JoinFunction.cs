using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Values joined by a delimiter.</summary>
internal sealed class JoinFunction() : IntrinsicFunction("Fn::Join")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        var arguments = List(argument);
        var parts = evaluator.List(arguments[1], Name).Select(part => part is JsonValue value
            ? Evaluator.ScalarText(value)
            : throw new FunctionException("Template error: every Fn::Join object requires a list of strings"));
        return string.Join(evaluator.Text(arguments[0], Name), parts);
    }

    public override string? FormProblem(JsonNode? argument) => NotAList(argument, 2, 2);
}
