using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>Gives every parameter of a template its value.</summary>
internal static class ParameterResolver
{
    /// <summary>The text of every parameter: given, kept from the deployment before, or the default.</summary>
    /// <param name="template">The template.</param>
    /// <param name="given">What the request says.</param>
    /// <param name="previous">What the deployment before had, as far as it is kept.</param>
    /// <param name="unknown">The parameters whose value is only known later, so that it cannot be checked now.</param>
    /// <exception cref="TemplateException">Lists undeclared, missing and unacceptable parameters.</exception>
    public static Dictionary<string, string> Texts(
        Template template,
        IReadOnlyDictionary<string, string> given,
        IReadOnlyDictionary<string, string>? previous = null,
        IReadOnlyCollection<string>? unknown = null)
    {
        var problems = new List<string>();
        var undeclared = given.Keys.Where(name => !template.Parameters.ContainsKey(name)).ToList();
        if (undeclared.Count > 0)
            problems.Add($"Parameters: [{string.Join(", ", undeclared)}] do not exist in the template");

        var texts = new Dictionary<string, string>();
        var missing = new List<string>();
        foreach (var parameter in template.Parameters.Values)
        {
            var text = given.GetValueOrDefault(parameter.Name) ?? previous?.GetValueOrDefault(parameter.Name) ?? parameter.Default;
            if (text is null)
            {
                missing.Add(parameter.Name);
                continue;
            }

            if (unknown?.Contains(parameter.Name) != true)
                problems.AddRange(parameter.Problems(text));
            texts[parameter.Name] = text;
        }

        if (missing.Count > 0)
            problems.Add($"Parameters: [{string.Join(", ", missing)}] must have values");
        return problems.Count == 0 ? texts : throw new TemplateException(problems);
    }

    /// <summary>
    /// The value of each parameter: a list where the type is one, and the stored value where it names a Systems Manager parameter.
    /// </summary>
    /// <exception cref="TemplateException">A Systems Manager parameter does not exist.</exception>
    public static Dictionary<string, JsonNode> Values(
        Template template,
        IReadOnlyDictionary<string, string> texts,
        Func<string, string?> systemsManager)
    {
        var values = new Dictionary<string, JsonNode>();
        foreach (var parameter in template.Parameters.Values)
        {
            var text = texts[parameter.Name];
            if (parameter.IsSsmValue)
            {
                text = systemsManager(text)
                    ?? throw new TemplateException($"Unable to fetch parameters [{text}] from parameter store for this account.");
            }

            values[parameter.Name] = parameter.IsList
                ? new JsonArray([.. text.Split(',').Select(item => JsonValue.Create(item.Trim()))])
                : JsonValue.Create(text);
        }

        return values;
    }
}
