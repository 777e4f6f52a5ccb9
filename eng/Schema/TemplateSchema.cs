using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.Schema;

/// <summary>The JSON Schema of CloudFormation templates with the project's resources, rendered from the contract.</summary>
internal static class TemplateSchema
{
    /// <summary>A name, not an address: editors are given the file.</summary>
    private const string Id = "urn:batchresource:schema:batch-inference";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as a file has it.</summary>
    public static string Render() => $"{Document().ToJsonString(Format)}\n";

    private static JsonObject Document() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$id"] = Id,
        ["title"] = "CloudFormation templates with Amazon Bedrock batch inference jobs",
        ["description"] = "Checks the resources of BatchResource and ignores all others. The provider accepts property names in any "
            + "case; this schema requires the usual one. `make schema` renders it from the contract.",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["Resources"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject
                {
                    ["type"] = "object",
                    ["allOf"] = new JsonArray(OfType(ResourceType.BatchInferenceJob, "job"), OfType(ResourceType.Completion, "completion")),
                },
            },
        },
        ["$defs"] = new JsonObject
        {
            ["function"] = Function(),
            ["job"] = Described(
                "An Amazon Bedrock batch inference job. A change of anything but Tags, WaitFor and ServiceTimeout starts a new job",
                JobSchema.Job()),
            ["completion"] = Described("The end of a batch inference job, before or after a wait condition", JobSchema.Completion()),
        },
    };

    private static JsonObject OfType(string type, string definition) => new()
    {
        ["if"] = new JsonObject
        {
            ["properties"] = new JsonObject { ["Type"] = new JsonObject { ["const"] = type } },
            ["required"] = Value.Names(["Type"]),
        },
        ["then"] = new JsonObject
        {
            ["properties"] = new JsonObject { ["Properties"] = new JsonObject { ["$ref"] = $"#/$defs/{definition}" } },
            ["required"] = Value.Names(["Properties"]),
        },
    };

    private static JsonObject Function() => new()
    {
        ["description"] = "A CloudFormation function, such as Ref or Fn::Sub",
        ["type"] = "object",
        ["minProperties"] = 1,
        ["maxProperties"] = 1,
        ["patternProperties"] = new JsonObject { ["^(Ref|Fn::[A-Za-z0-9:]+)$"] = new JsonObject() },
        ["additionalProperties"] = false,
    };

    private static JsonObject Described(string description, JsonObject schema)
    {
        schema.Insert(0, "description", description);
        return schema;
    }
}
