using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>One of two values, by a condition.</summary>
internal sealed class IfFunction() : IntrinsicFunction("Fn::If")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        var arguments = List(argument);
        return evaluator.Evaluate(evaluator.Values.Condition(arguments[0]!.ToString()) ? arguments[1] : arguments[2]);
    }

    public override IEnumerable<Reference> References(JsonNode? argument, Func<string, bool>? condition)
    {
        if (FormProblem(argument) is not null)
            return [];
        var arguments = (JsonArray)argument!;
        var name = arguments[0]!.ToString();
        var branches = condition is null ? [arguments[1], arguments[2]] : new[] { condition(name) ? arguments[1] : arguments[2] };
        return [new(ReferenceKind.Condition, name), .. branches.SelectMany(branch => ReferenceFinder.In(branch, condition))];
    }

    public override string? FormProblem(JsonNode? argument) =>
        argument is JsonArray { Count: 3 } arguments && arguments[0] is JsonValue
            ? null
            : "Template error: Fn::If must have the name of a condition and two values";
}
