using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>What another stack exports.</summary>
internal sealed class ImportValueFunction() : IntrinsicFunction("Fn::ImportValue")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator) => evaluator.Values.Import(evaluator.Text(argument, Name));

    public override string? FormProblem(JsonNode? argument) =>
        argument is JsonArray ? "Template error: the attribute in Fn::ImportValue must be a string" : null;
}
