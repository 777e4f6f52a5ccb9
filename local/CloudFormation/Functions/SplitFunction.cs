using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>A text split at a delimiter.</summary>
internal sealed class SplitFunction() : IntrinsicFunction("Fn::Split")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        var arguments = List(argument);
        var parts = evaluator.Text(arguments[1], Name).Split(evaluator.Text(arguments[0], Name));
        return new JsonArray([.. parts.Select(part => JsonValue.Create(part))]);
    }

    public override string? FormProblem(JsonNode? argument) => NotAList(argument, 2, 2);
}
