using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>An attribute of a resource: <c>["Job", "JobArn"]</c> or <c>"Job.JobArn"</c>.</summary>
internal sealed class GetAttFunction() : IntrinsicFunction("Fn::GetAtt")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        if (FormProblem(argument) is { } problem)
            throw new FunctionException(problem);
        var (logicalId, attribute) = Parts(argument!);
        return evaluator.Values.Attribute(logicalId, evaluator.Text(attribute, Name));
    }

    public override IEnumerable<Reference> References(JsonNode? argument, Func<string, bool>? condition)
    {
        if (FormProblem(argument) is not null)
            return [];
        var (logicalId, attribute) = Parts(argument!);
        var target = new Reference(ReferenceKind.Attribute, logicalId, (attribute as JsonValue)?.ToString());
        return [target, .. ReferenceFinder.In(attribute, condition)];
    }

    public override string? FormProblem(JsonNode? argument) => argument switch
    {
        JsonValue text when text.ToString().IndexOf('.', StringComparison.Ordinal) is > 0 => null,
        JsonArray { Count: 2 } pair when pair[0] is JsonValue => null,
        _ => "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute",
    };

    private static (string LogicalId, JsonNode Attribute) Parts(JsonNode argument)
    {
        if (argument is JsonArray pair)
            return (pair[0]!.ToString(), pair[1]!);
        var text = argument.ToString();
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return (text[..dot], JsonValue.Create(text[(dot + 1)..]));
    }
}
