using System.Text.Json.Nodes;

namespace BatchResource.Cdk.Tests.Support;

/// <summary>A synthesized template, as CloudFormation would read it.</summary>
internal sealed class Template(JsonObject json)
{
    public const string JobType = "Custom::BedrockBatchInferenceJob";

    public JsonObject Json => json;

    public JsonObject Job => PropertiesOf(JobType);

    private JsonObject All => json["Resources"]?.AsObject() ?? [];

    public IReadOnlyDictionary<string, JsonObject> OfType(string type) => All
        .Where(resource => (string?)resource.Value!["Type"] == type)
        .ToDictionary(resource => resource.Key, resource => resource.Value!.AsObject(), StringComparer.Ordinal);

    public IEnumerable<string> Types => All.Select(resource => (string)resource.Value!["Type"]!);

    public JsonObject Only(string type) => Assert.Single(OfType(type)).Value;

    /// <summary>The one resource of a type whose logical id begins so.</summary>
    public JsonObject Named(string type, string prefix) =>
        Assert.Single(OfType(type), resource => resource.Key.StartsWith(prefix, StringComparison.Ordinal)).Value;

    public JsonObject PropertiesOf(string type) => Only(type)["Properties"]!.AsObject();

    public IReadOnlyDictionary<string, string> DependsOn(string logicalId) =>
        (All[logicalId]!["DependsOn"]?.AsArray() ?? []).ToDictionary(id => (string)id!, id => (string)All[(string)id!]!["Type"]!);

    /// <summary>Every statement of the policies, inline and of their own, of roles whose logical id begins so.</summary>
    public IReadOnlyList<JsonObject> Statements(string rolePrefix)
    {
        var inline = OfType("AWS::IAM::Role")
            .Where(role => role.Key.StartsWith(rolePrefix, StringComparison.Ordinal))
            .SelectMany(role => role.Value["Properties"]!["Policies"]?.AsArray() ?? [])
            .Select(policy => policy!["PolicyDocument"]);
        var attached = OfType("AWS::IAM::Policy").Concat(OfType("AWS::IAM::ManagedPolicy"))
            .Select(policy => policy.Value["Properties"]!.AsObject())
            .Where(policy => policy["Roles"]!.AsArray().Any(role => Text.Of(role).StartsWith($"${{{rolePrefix}", StringComparison.Ordinal)))
            .Select(policy => policy["PolicyDocument"]);
        return
        [
            .. inline.Concat(attached).SelectMany(document => document!["Statement"]!.AsArray()).Select(statement => statement!.AsObject()),
        ];
    }

    /// <summary>
    /// The characters that IAM counts for the inline policies of a role: compact JSON, in which pseudo parameters and references stand for
    /// values of about their own length.
    /// </summary>
    public int InlineSize(string rolePrefix)
    {
        var managed = OfType("AWS::IAM::ManagedPolicy").Values.Select(SizeOf).Sum();
        return Statements(rolePrefix).Select(SizeOf).Sum() - managed;
    }

    /// <summary>The characters of a policy's statements, or of one statement.</summary>
    public static int SizeOf(JsonObject policyOrStatement) =>
        policyOrStatement["Properties"]?["PolicyDocument"]?["Statement"] is JsonArray statements
            ? statements.Select(statement => SizeOf(statement!.AsObject())).Sum()
            : Text.Rendered(policyOrStatement)!.ToJsonString().Length;

    /// <summary>The statement of a role that holds an action.</summary>
    public JsonObject Statement(string action, string rolePrefix) =>
        Assert.Single(Statements(rolePrefix), statement => TextsOf(statement["Action"]).Contains(action));

    /// <summary>The resources of the statements of a role that hold an action.</summary>
    public IReadOnlyList<string> Allowed(string action, string rolePrefix) =>
    [
        .. Statements(rolePrefix).Where(statement => TextsOf(statement["Action"]).Contains(action))
            .SelectMany(statement => TextsOf(statement["Resource"])),
    ];

    public static IReadOnlyList<string> TextsOf(JsonNode? oneOrMany) =>
        oneOrMany is JsonArray many ? [.. many.Select(Text.Of)] : [Text.Of(oneOrMany)];
}
