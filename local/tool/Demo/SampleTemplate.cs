using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.Local.Tool.Demo;

/// <summary>The changes that the demo makes to the sample app's template, as if the app had been changed and synthesized again.</summary>
internal static class SampleTemplate
{
    /// <summary>The construct ends a role's logical id with a mark of what it allows, and the CDK with eight more characters.</summary>
    private const int MarkLength = 16;

    /// <summary>The logical id of the parameter that holds the job's ARN.</summary>
    public static string ParameterId(JsonObject template) => Single(template, "AWS::SSM::Parameter").Key;

    public static string Model(JsonObject template) => Job(template)[PropertyNames.ModelId]!.ToString();

    /// <summary>Adds a tag to the job.</summary>
    public static void AddTag(JsonObject template, string key, string value)
    {
        var properties = Job(template);
        var tags = properties[PropertyNames.Tags] as JsonArray ?? [];
        tags.Add(new JsonObject { [PropertyNames.Key] = key, [PropertyNames.Value] = value });
        if (tags.Parent is null)
            properties[PropertyNames.Tags] = tags;
    }

    /// <summary>Another description of the parameter: a change that has nothing to do with the job.</summary>
    public static void DescribeParameter(JsonObject template, string description) =>
        Single(template, "AWS::SSM::Parameter").Value!["Properties"]!["Description"] = description;

    /// <summary>
    /// Replaces the model wherever the template names it; the job gets another service role, as the construct would make it.
    /// </summary>
    public static void ReplaceModel(JsonObject template, string model)
    {
        var before = Model(template);
        var role = Job(template)[PropertyNames.RoleArn]!["Fn::GetAtt"]![0]!.ToString();
        var otherRole = $"{role[..^MarkLength]}{string.Concat(model.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()}";
        foreach (var section in template.Select(section => section.Key).ToList())
        {
            template[section] = JsonNode.Parse(template[section]!.ToJsonString()
                .Replace(before, model, StringComparison.Ordinal)
                .Replace($"\"{role}\"", $"\"{otherRole}\"", StringComparison.Ordinal));
        }
    }

    private static JsonObject Job(JsonObject template) =>
        Single(template, ResourceType.BatchInferenceJob).Value!["Properties"]!.AsObject();

    private static KeyValuePair<string, JsonNode?> Single(JsonObject template, string type) =>
        template["Resources"]!.AsObject().Single(resource => resource.Value?["Type"]?.ToString() == type);
}
