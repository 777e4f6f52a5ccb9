using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>How many elements a list has.</summary>
internal sealed class LengthFunction() : IntrinsicFunction("Fn::Length")
{
    public override bool IsExtension => true;

    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator) => evaluator.List(argument, Name).Count;

    public override string? FormProblem(JsonNode? argument) =>
        argument is JsonArray or JsonObject ? null : "Template error: Fn::Length must have a list";
}
