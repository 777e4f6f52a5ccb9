using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Whether a condition does not hold.</summary>
internal sealed class NotFunction() : IntrinsicFunction("Fn::Not")
{
    public override bool IsCondition => true;

    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator) => !evaluator.Condition(List(argument)[0]);

    public override string? FormProblem(JsonNode? argument) => NotAList(argument, 1, 1);
}
