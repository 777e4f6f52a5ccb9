using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Whether any condition holds.</summary>
internal sealed class OrFunction() : IntrinsicFunction("Fn::Or")
{
    public override bool IsCondition => true;

    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator) => List(argument).Any(evaluator.Condition);

    public override string? FormProblem(JsonNode? argument) => NotAList(argument, 2, 10);
}
