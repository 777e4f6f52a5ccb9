using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>The value of a parameter or the physical id of a resource.</summary>
internal sealed class RefFunction() : IntrinsicFunction("Ref")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator) =>
        FormProblem(argument) is { } problem ? throw new FunctionException(problem) : evaluator.Values.Ref(argument!.ToString());

    public override IEnumerable<Reference> References(JsonNode? argument, Func<string, bool>? condition) =>
        argument is JsonValue ? [new(ReferenceKind.Ref, argument.ToString())] : [];

    public override string? FormProblem(JsonNode? argument) =>
        argument is JsonValue ? null : "Template error: every Ref object must have a single String value";
}
