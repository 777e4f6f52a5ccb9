using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.Bench.Startup;

/// <summary>One job's definition, in the words of each custom resource.</summary>
internal static class Events
{
    private const string Model = "anthropic.claude-3-haiku-20240307-v1:0";
    private const string Role = "arn:aws:iam::123456789012:role/BatchInferenceRole";

    /// <summary>The event of Custom::BedrockBatchInferenceJob.</summary>
    public static JobProperties ForProvider(int index) => new(ResourceType.BatchInferenceJob, new JsonObject
    {
        ["ServiceToken"] = FunctionProcess.FunctionArn,
        ["ModelId"] = Model,
        ["RoleArn"] = Role,
        ["InputDataConfig"] = Input(index),
        ["OutputDataConfig"] = Output(),
        ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "team", ["Value"] = "summaries" }),
    });

    /// <summary>The event of Custom::AWS, as AwsCustomResource renders it for the same call.</summary>
    public static JobProperties ForAwsCustomResource(int index)
    {
        var call = new JsonObject
        {
            ["service"] = "Bedrock",
            ["action"] = "createModelInvocationJob",
            ["parameters"] = new JsonObject
            {
                ["jobName"] = $"summaries-{index}-{Guid.NewGuid():N}",
                ["modelId"] = Model,
                ["roleArn"] = Role,
                ["inputDataConfig"] = CamelCase(Input(index)),
                ["outputDataConfig"] = CamelCase(Output()),
                ["tags"] = new JsonArray(new JsonObject { ["key"] = "team", ["value"] = "summaries" }),
            },
            ["physicalResourceId"] = new JsonObject { ["responsePath"] = "jobArn" },
        };
        return new("Custom::AWS", new JsonObject
        {
            ["ServiceToken"] = FunctionProcess.FunctionArn,
            ["Create"] = call.ToJsonString(),
            ["InstallLatestAwsSdk"] = "false",
        });
    }

    private static JsonObject Input(int index) => new()
    {
        ["S3InputDataConfig"] = new JsonObject { ["S3Uri"] = $"s3://prompts/tickets-{index}.jsonl", ["S3InputFormat"] = "JSONL" },
    };

    private static JsonObject Output() => new()
    {
        ["S3OutputDataConfig"] = new JsonObject { ["S3Uri"] = "s3://results/summaries/" },
    };

    private static JsonNode CamelCase(JsonNode node) => node is JsonObject members
        ? new JsonObject(members.Select(member =>
            KeyValuePair.Create<string, JsonNode?>(char.ToLowerInvariant(member.Key[0]) + member.Key[1..], CamelCase(member.Value!))))
        : node.DeepClone();
}
