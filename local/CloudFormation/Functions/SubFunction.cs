using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>A text with <c>${Name}</c>, <c>${Resource.Attribute}</c> and <c>${!Literal}</c>, with or without values of its own.</summary>
internal sealed partial class SubFunction() : IntrinsicFunction("Fn::Sub")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        if (FormProblem(argument) is { } problem)
            throw new FunctionException(problem);
        var (text, own) = Parts(argument!);
        return Variable().Replace(text, match => match.Groups["literal"].Success
            ? $"${{{match.Groups["literal"].Value}}}"
            : Value(match.Groups["name"].Value.Trim(), own, evaluator));
    }

    public override IEnumerable<Reference> References(JsonNode? argument, Func<string, bool>? condition)
    {
        if (FormProblem(argument) is not null)
            yield break;
        var (text, own) = Parts(argument!);
        foreach (Match match in Variable().Matches(text))
        {
            var name = match.Groups["name"].Value.Trim();
            if (match.Groups["literal"].Success || own.ContainsKey(name))
                continue;
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            yield return dot < 0
                ? new Reference(ReferenceKind.Ref, name)
                : new Reference(ReferenceKind.Attribute, name[..dot], name[(dot + 1)..]);
        }

        foreach (var reference in own.SelectMany(value => ReferenceFinder.In(value.Value, condition)))
            yield return reference;
    }

    public override string? FormProblem(JsonNode? argument) => argument switch
    {
        JsonValue => null,
        JsonArray { Count: 2 } pair when pair[0] is JsonValue && pair[1] is JsonObject => null,
        _ => "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. "
            + "Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the "
            + "string",
    };

    private static string Value(string name, JsonObject own, Evaluator evaluator)
    {
        if (own.TryGetPropertyValue(name, out var given))
            return evaluator.Text(given, "Fn::Sub");
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var value = dot < 0 ? evaluator.Values.Ref(name) : evaluator.Values.Attribute(name[..dot], name[(dot + 1)..]);
        return evaluator.Text(value, "Fn::Sub");
    }

    private static (string Text, JsonObject Own) Parts(JsonNode argument) =>
        argument is JsonArray pair ? (pair[0]!.ToString(), (JsonObject)pair[1]!) : (argument.ToString(), []);

    [GeneratedRegex(@"\$\{(?:!(?<literal>[^}]*)|(?<name>[^!}][^}]*))\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
