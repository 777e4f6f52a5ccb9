using System.Text.Json.Nodes;

namespace BatchResource.Local.Ground.RestJson;

/// <summary>Checks an input against every constraint of the service model, and says all that is wrong at once, as AWS does.</summary>
internal sealed class ConstraintValidator(ServiceModel model)
{
    /// <summary>Checks the input of an operation.</summary>
    /// <exception cref="ServiceException">A ValidationException that lists every violation.</exception>
    public void Validate(Operation operation, JsonObject input)
    {
        var violations = new List<string>();
        Structure(model.Shapes[operation.Input.Shape], input, "", violations);
        if (violations.Count == 0)
            return;
        var errors = violations.Count == 1 ? "error" : "errors";
        throw ServiceException.Validation($"{violations.Count} validation {errors} detected: {string.Join("; ", violations)}");
    }

    private void Structure(Shape shape, JsonObject value, string path, List<string> violations)
    {
        if (shape.Union && value.Count != 1)
        {
            var members = string.Join(", ", shape.Members.Keys);
            violations.Add(Violation(value, path, $"Member must have exactly one of its members set: [{members}]"));
        }
        foreach (var (name, member) in shape.Members)
        {
            var memberPath = path.Length == 0 ? name : $"{path}.{name}";
            if (value[name] is { } present)
                Value(model.Shapes[member.Shape], present, memberPath, violations);
            else if (shape.Required.Contains(name, StringComparer.Ordinal))
                violations.Add($"Value null at '{memberPath}' failed to satisfy constraint: Member must not be null");
        }
    }

    private void Value(Shape shape, JsonNode value, string path, List<string> violations)
    {
        switch (value)
        {
            case JsonObject structure:
                Structure(shape, structure, path, violations);
                break;
            case JsonArray list:
                List(shape, list, path, violations);
                break;
            default:
                violations.AddRange(ScalarConstraints.Broken(shape, value).Select(constraint => Violation(value, path, constraint)));
                break;
        }
    }

    private void List(Shape shape, JsonArray list, string path, List<string> violations)
    {
        violations.AddRange(ScalarConstraints.BrokenLength(shape, list.Count).Select(constraint => Violation(list, path, constraint)));
        var element = model.Shapes[shape.Member!.Shape];
        if (element.Type == "structure")
        {
            for (var i = 0; i < list.Count; i++)
                Value(element, list[i]!, $"{path}.{i + 1}.member", violations);
        }
        else if (list.Any(item => ScalarConstraints.Broken(element, item!).Any()))
        {
            // Of a list of scalars AWS names the list, and everything that its elements must satisfy.
            var constraint = $"Member must satisfy constraint: [{string.Join(", ", ScalarConstraints.All(element))}]";
            violations.Add(Violation(list, path, constraint));
        }
    }

    private static string Violation(JsonNode value, string path, string constraint) =>
        $"Value '{Text(value)}' at '{path}' failed to satisfy constraint: {constraint}";

    private static string Text(JsonNode value) => value switch
    {
        JsonArray list => $"[{string.Join(", ", list.Select(item => Text(item!)))}]",
        JsonObject structure => $"{{{string.Join(", ", structure.Select(member => $"{member.Key}={Text(member.Value!)}"))}}}",
        _ => value.ToString(),
    };
}
