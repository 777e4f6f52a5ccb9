using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>Reads a template from its text and reports every structural problem at once.</summary>
internal sealed class TemplateReader
{
    private static readonly string[] KnownSections =
        ["AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs"];

    private static readonly string[] KnownAttributes =
    [
        "Type", "Properties", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "CreationPolicy", "UpdatePolicy",
        "Metadata",
    ];

    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = TemplateLimits.Depth, AllowDuplicateProperties = false };

    private readonly List<string> problems = [];

    /// <summary>Reads JSON or YAML.</summary>
    /// <param name="body">The text.</param>
    /// <param name="parameters">The values of parameters that loops may repeat over.</param>
    /// <exception cref="TemplateException">The text is no template.</exception>
    public static Template Read(string body, IReadOnlyDictionary<string, string>? parameters = null)
    {
        if (Encoding.UTF8.GetByteCount(body) > TemplateLimits.BodyBytes)
            throw new TemplateException($"Template may not exceed {TemplateLimits.BodyBytes} bytes in size.");
        var root = Parse(body);
        var hasExtensions = LanguageExtensions.AreOn(root);
        if (hasExtensions)
        {
            root.Remove("Transform");
            root = LanguageExtensions.Expand(root, parameters ?? new Dictionary<string, string>());
        }

        return new TemplateReader().Read(body, root) with { HasExtensions = hasExtensions };
    }

    /// <summary>The text as JSON, whichever of the two formats it is in.</summary>
    /// <exception cref="TemplateException">The text is not well-formed.</exception>
    public static JsonObject Parse(string body)
    {
        try
        {
            var document = body.AsSpan().TrimStart().StartsWith("{")
                ? JsonNode.Parse(body, documentOptions: JsonOptions)
                : YamlTemplate.Parse(body);
            return document as JsonObject ?? throw new TemplateException("Template format error: the template is not an object.");
        }
        catch (JsonException e)
        {
            var place = $"line {e.LineNumber + 1}, position {e.BytePositionInLine + 1}";
            throw new TemplateException($"Template format error: JSON not well-formed ({place}).");
        }
    }

    private Template Read(string body, JsonObject root)
    {
        RefuseNulls(root, "");
        foreach (var section in root.Select(section => section.Key).Except(KnownSections))
        {
            problems.Add(section == "Transform"
                ? $"Transform {root["Transform"]?.ToJsonString()} is not supported: deploy the template that the transform produces"
                : $"Invalid template property or properties [{section}]");
        }

        if (Text(root, "AWSTemplateFormatVersion", "") is { } version && version != TemplateLimits.FormatVersion)
        {
            problems.Add("Template format error: unsupported value for AWSTemplateFormatVersion: "
                + $"it must be {TemplateLimits.FormatVersion}, got {version}.");
        }

        if (Encoding.UTF8.GetByteCount(Text(root, "Description", "") ?? "") > TemplateLimits.DescriptionBytes)
            problems.Add($"Template format error: 'Description' length is greater than {TemplateLimits.DescriptionBytes}.");
        var template = new Template
        {
            Body = body,
            Description = Text(root, "Description", ""),
            Parameters = Section(root, "Parameters", TemplateLimits.Parameters, Parameter),
            Conditions = Section(root, "Conditions", int.MaxValue, (_, condition) => condition),
            Mappings = Mappings(root),
            Rules = Section(root, "Rules", int.MaxValue, Rule),
            Resources = Section(root, "Resources", TemplateLimits.Resources, Resource),
            Outputs = Section(root, "Outputs", TemplateLimits.Outputs, Output),
        };
        if (template.Resources.Count == 0 && problems.Count == 0)
            problems.Add("Template format error: At least one Resources member must be defined.");
        return problems.Count == 0 ? template : throw new TemplateException(problems);
    }

    private TemplateParameter Parameter(string name, JsonNode node)
    {
        var path = $"Parameters.{name}";
        var parameter = new TemplateParameter(name, Text(node, "Type", path) ?? Missing(path, "Type"))
        {
            Default = Text(node, "Default", path),
            AllowedValues = [.. Texts(node, "AllowedValues", path)],
            AllowedPattern = Text(node, "AllowedPattern", path),
            MinLength = Number(node, "MinLength", path),
            MaxLength = Number(node, "MaxLength", path),
            MinValue = Number(node, "MinValue", path),
            MaxValue = Number(node, "MaxValue", path),
            NoEcho = Text(node, "NoEcho", path) == "true",
        };
        if (!name.All(char.IsAsciiLetterOrDigit))
            problems.Add($"Template format error: Parameter name {name} is non alphanumeric.");
        if (parameter.Type.Length > 0 && !ParameterTypes.IsKnown(parameter.Type))
            problems.Add($"Template format error: Unrecognized parameter type: {parameter.Type}, at {path}");
        if (parameter.AllowedPattern is { } pattern && !AllowedPattern.IsValid(pattern))
            problems.Add($"Template format error: {path}.AllowedPattern must be a regular expression, got \"{pattern}\"");
        return parameter;
    }

    private JsonObject Mappings(JsonObject root)
    {
        var mappings = Object(root, "Mappings", "") ?? [];
        problems.AddRange(TemplateMappings.Problems(mappings));
        return mappings;
    }

    private TemplateRule Rule(string name, JsonNode node)
    {
        var assertions = (node["Assertions"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(assertion => assertion["Assert"] is not null)
            .Select(assertion => new TemplateAssertion(assertion["Assert"]!, assertion["AssertDescription"]?.ToString()));
        return new(name, node["RuleCondition"], [.. assertions]);
    }

    private TemplateResource Resource(string logicalId, JsonNode node)
    {
        var path = $"Resources.{logicalId}";
        if (!logicalId.All(char.IsAsciiLetterOrDigit))
            problems.Add($"Template format error: Resource name {logicalId} is non alphanumeric.");
        foreach (var attribute in ((JsonObject)node).Select(member => member.Key).Except(KnownAttributes))
            problems.Add($"Invalid template resource property '{attribute}', at {path}");
        if (node["CreationPolicy"]?["ResourceSignal"] is not null)
        {
            problems.Add(
                $"{path}.CreationPolicy waits for signals, which the local CloudFormation does not take: leave ResourceSignal out");
        }

        return new(logicalId, Text(node, "Type", path) ?? Missing(path, "Type"), Object(node, "Properties", path) ?? [])
        {
            DependsOn = node["DependsOn"] is JsonValue ? [Text(node, "DependsOn", path)!] : [.. Texts(node, "DependsOn", path)],
            Condition = Text(node, "Condition", path),
            DeletionPolicy = Policy(node, "DeletionPolicy", path, ResourcePolicy.ForDeletion),
            UpdateReplacePolicy = Policy(node, "UpdateReplacePolicy", path, ResourcePolicy.ForReplacement),
            Metadata = Object(node, "Metadata", path),
        };
    }

    private TemplateOutput Output(string name, JsonNode node)
    {
        var path = $"Outputs.{name}";
        if (!name.All(char.IsAsciiLetterOrDigit))
            problems.Add($"Template format error: Output name {name} is non alphanumeric.");
        if (node["Value"] is not { } value)
        {
            problems.Add($"Template format error: {path} has no Value");
            value = "";
        }

        return new(name, value)
        {
            Description = Text(node, "Description", path),
            ExportName = (node["Export"] as JsonObject)?["Name"],
            Condition = Text(node, "Condition", path),
        };
    }

    private string Policy(JsonNode node, string name, string path, IReadOnlyList<string> allowed)
    {
        var policy = Text(node, name, path) ?? ResourcePolicy.Delete;
        if (!allowed.Contains(policy))
            problems.Add($"Template error: {path}.{name} must be one of {string.Join(", ", allowed)}, got \"{policy}\"");
        return policy;
    }

    private Dictionary<string, T> Section<T>(JsonObject root, string name, int limit, Func<string, JsonNode, T> read)
    {
        var members = Object(root, name, "") ?? [];
        if (members.Count > limit)
        {
            problems.Add(
                $"Template format error: Number of {name.ToLowerInvariant()}, {members.Count}, is greater than maximum allowed, {limit}");
        }

        var result = new Dictionary<string, T>(members.Count);
        foreach (var (key, value) in members)
        {
            if (value is JsonObject)
                result[key] = read(key, value);
            else
                problems.Add($"Template format error: {name}.{key} must be an object");
        }

        return result;
    }

    private JsonObject? Object(JsonNode node, string name, string path)
    {
        if (node[name] is not { } value)
            return null;
        if (value is JsonObject found)
            return found;
        problems.Add($"Template format error: {Joined(path, name)} must be an object");
        return null;
    }

    private string? Text(JsonNode node, string name, string path)
    {
        if (node[name] is not { } value)
            return null;
        if (value is JsonValue)
            return value.ToString();
        problems.Add($"Template format error: {Joined(path, name)} must be a string");
        return null;
    }

    private IEnumerable<string> Texts(JsonNode node, string name, string path)
    {
        if (node[name] is not { } value)
            return [];
        if (value is JsonArray list && list.All(item => item is JsonValue))
            return list.Select(item => item!.ToString());
        problems.Add($"Template format error: {Joined(path, name)} must be a list of strings");
        return [];
    }

    private double? Number(JsonNode node, string name, string path)
    {
        if (Text(node, name, path) is not { } text)
            return null;
        if (double.TryParse(text, out var number))
            return number;
        problems.Add($"Template format error: {Joined(path, name)} must be a number, got \"{text}\"");
        return null;
    }

    private string Missing(string path, string name)
    {
        problems.Add($"Template format error: {path} has no {name}");
        return "";
    }

    private void RefuseNulls(JsonNode? node, string path)
    {
        switch (node)
        {
            case null:
                problems.Add($"Template format error: [{path}] 'null' values are not allowed in templates");
                break;
            case JsonObject members:
                foreach (var (name, value) in members)
                    RefuseNulls(value, $"{path}/{name}");
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    RefuseNulls(items[i], $"{path}/{i}");
                break;
        }
    }

    private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
