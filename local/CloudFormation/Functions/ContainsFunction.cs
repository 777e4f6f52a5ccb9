using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Whether a list holds a value; a function of rules, which the CDK uses to check the bootstrap version.</summary>
internal sealed class ContainsFunction() : IntrinsicFunction("Fn::Contains")
{
    public override bool IsCondition => true;

    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        var arguments = List(argument);
        var value = evaluator.Text(arguments[1], Name);
        return evaluator.List(arguments[0], Name).Any(item => item is JsonValue scalar && Evaluator.ScalarText(scalar) == value);
    }

    public override string? FormProblem(JsonNode? argument) => NotAList(argument, 2, 2);
}
