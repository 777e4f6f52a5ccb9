using System.Text;
using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>A text in Base64.</summary>
internal sealed class Base64Function() : IntrinsicFunction("Fn::Base64")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(evaluator.Text(argument, Name)));

    public override string? FormProblem(JsonNode? argument) =>
        argument is JsonArray ? "Template error: every Fn::Base64 object must have a String-typed value." : null;
}
