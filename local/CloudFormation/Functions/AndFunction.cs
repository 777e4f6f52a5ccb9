using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Whether all conditions hold.</summary>
internal sealed class AndFunction() : IntrinsicFunction("Fn::And")
{
    public override bool IsCondition => true;

    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator) => List(argument).All(evaluator.Condition);

    public override string? FormProblem(JsonNode? argument) => NotAList(argument, 2, 10);
}
