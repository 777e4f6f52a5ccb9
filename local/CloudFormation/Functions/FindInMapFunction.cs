using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>A value of a mapping.</summary>
internal sealed class FindInMapFunction() : IntrinsicFunction("Fn::FindInMap")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        var arguments = List(argument);
        var map = evaluator.Text(arguments[0], Name);
        var top = evaluator.Text(arguments[1], Name);
        var second = evaluator.Text(arguments[2], Name);
        if (evaluator.Values.Mapping(map, top, second) is { } value)
            return value.DeepClone();
        return Default(arguments) is { } otherwise
            ? evaluator.Evaluate(otherwise)
            : throw new FunctionException($"Template error: Unable to get mapping for {map}::{top}::{second}");
    }

    public override IEnumerable<Reference> References(JsonNode? argument, Func<string, bool>? condition)
    {
        var nested = base.References(argument, condition);
        return argument is JsonArray { Count: > 0 } arguments && arguments[0] is JsonValue map
            ? nested.Prepend(new(ReferenceKind.Mapping, map.ToString()))
            : nested;
    }

    public override string? FormProblem(JsonNode? argument) => argument is JsonArray { Count: 4 } extended && Default(extended) is not null
        ? null
        : NotAList(argument, 3, 3);

    /// <summary>What stands for a value that is missing; a language extension.</summary>
    public static JsonNode? Default(JsonArray arguments) => arguments.Count == 4 ? (arguments[3] as JsonObject)?["DefaultValue"] : null;
}
