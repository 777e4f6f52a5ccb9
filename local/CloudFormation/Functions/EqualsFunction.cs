using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Whether two values are equal.</summary>
internal sealed class EqualsFunction() : IntrinsicFunction("Fn::Equals")
{
    public override bool IsCondition => true;

    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        var arguments = List(argument);
        return evaluator.Text(arguments[0], Name) == evaluator.Text(arguments[1], Name);
    }

    public override string? FormProblem(JsonNode? argument) => NotAList(argument, 2, 2);
}
