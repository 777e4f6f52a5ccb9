using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>An object or a list as JSON text.</summary>
internal sealed class ToJsonStringFunction() : IntrinsicFunction("Fn::ToJsonString")
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override bool IsExtension => true;

    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator) => evaluator.Evaluate(argument)?.ToJsonString(Json);

    public override string? FormProblem(JsonNode? argument) =>
        argument is JsonArray or JsonObject ? null : "Template error: Fn::ToJsonString must have an object or a list";
}
