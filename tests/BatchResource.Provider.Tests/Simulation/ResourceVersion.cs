using System.Globalization;
using System.Text.Json.Nodes;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>One version of the resource in a template.</summary>
internal sealed record ResourceVersion(
    int Definition,
    int Tags = 0,
    bool HasExplicitName = false,
    bool WaitsForValidation = false,
    string? Revision = null,
    bool HasExtraTag = false)
{
    public JsonObject ToProperties()
    {
        var number = Definition.ToString(CultureInfo.InvariantCulture);
        var properties = new JsonObject
        {
            ["ServiceToken"] = "arn:aws:lambda:us-east-1:123456789012:function:provider",
            ["RoleArn"] = "arn:aws:iam::123456789012:role/service",
            ["ModelId"] = "amazon.nova-micro-v1:0",
            ["InputDataConfig"] = new JsonObject
            {
                ["S3InputDataConfig"] = new JsonObject { ["S3Uri"] = $"s3://input/prompts-{number}.jsonl" },
            },
            ["OutputDataConfig"] = new JsonObject
            {
                ["S3OutputDataConfig"] = new JsonObject { ["S3Uri"] = "s3://output/results/" },
            },
            ["Tags"] = new JsonArray(new JsonObject
            {
                ["Key"] = "version",
                ["Value"] = Tags.ToString(CultureInfo.InvariantCulture),
            }),
        };
        if (HasExtraTag)
        {
            properties["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "extra", ["Value"] = "1" });
        }

        if (HasExplicitName)
        {
            properties["JobName"] = $"explicit-{number}";
        }

        if (Revision is not null)
        {
            properties["Revision"] = Revision;
        }

        if (WaitsForValidation)
        {
            properties["WaitFor"] = "Validated";
        }

        return properties;
    }
}
