using System.Text.Json.Nodes;

namespace BatchResource.Cdk.Tests.Support;

/// <summary>A synthesized template, as CloudFormation would read it.</summary>
internal sealed class Template(JsonObject json)
{
    public const string JobType = "Custom::BedrockBatchInferenceJob";

    public JsonObject Json => json;

    private JsonObject All => json["Resources"]?.AsObject() ?? [];

    public IReadOnlyDictionary<string, JsonObject> OfType(string type) => All
        .Where(resource => (string?)resource.Value!["Type"] == type)
        .ToDictionary(resource => resource.Key, resource => resource.Value!.AsObject(), StringComparer.Ordinal);

    public JsonObject Only(string type) => Assert.Single(OfType(type)).Value;

    public JsonObject PropertiesOf(string type) => Only(type)["Properties"]!.AsObject();

    public JsonObject Job => PropertiesOf(JobType);

    public JsonObject Resource(string logicalId) => All[logicalId]!.AsObject();

    /// <summary>The one resource of a type whose logical id begins so.</summary>
    public JsonObject Named(string type, string prefix) =>
        Assert.Single(OfType(type), resource => resource.Key.StartsWith(prefix, StringComparison.Ordinal)).Value;
}
