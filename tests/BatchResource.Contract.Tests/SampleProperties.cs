using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Contract.Tests;

/// <summary>Valid properties to begin with, and the way to read what a test made of them.</summary>
internal static class SampleProperties
{
    public const string RoleArn = "arn:aws:iam::123456789012:role/BatchRole";

    /// <summary>No more than what is required.</summary>
    public static JsonObject Minimal() => Parse($$"""
        {
            "RoleArn": "{{RoleArn}}",
            "ModelId": "amazon.nova-micro-v1:0",
            "InputDataConfig": { "S3InputDataConfig": { "S3Uri": "s3://bucket/input.jsonl" } },
            "OutputDataConfig": { "S3OutputDataConfig": { "S3Uri": "s3://bucket/output" } }
        }
        """);

    /// <summary>Every property there is.</summary>
    public static JsonObject Full() => Parse($$"""
        {
            "ServiceToken": "arn:aws:lambda:us-east-1:123456789012:function:provider",
            "ServiceTimeout": "900",
            "JobName": "nightly",
            "RoleArn": "{{RoleArn}}",
            "ModelId": "amazon.nova-micro-v1:0",
            "InputDataConfig": {
                "S3InputDataConfig": { "S3Uri": "s3://bucket/input.jsonl", "S3InputFormat": "JSONL", "S3BucketOwner": "123456789012" }
            },
            "OutputDataConfig": {
                "S3OutputDataConfig": { "S3Uri": "s3://bucket/output", "S3EncryptionKeyId": "alias/key", "S3BucketOwner": "210987654321" }
            },
            "VpcConfig": { "SubnetIds": ["subnet-1", "subnet-2"], "SecurityGroupIds": ["sg-1"] },
            "TimeoutDurationInHours": "48",
            "ModelInvocationType": "Converse",
            "Tags": [{ "Key": "team", "Value": "search" }],
            "Revision": "2",
            "WaitFor": "Validated"
        }
        """);

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    public static JsonElement ElementOf(JsonNode? properties) => JsonSerializer.SerializeToElement(properties);

    public static PropertiesResult Read(JsonNode? properties, Func<string, bool>? isUnresolved = null) =>
        PropertiesReader.Read(ElementOf(properties), isUnresolved);

    /// <summary>Reads properties that have to be valid.</summary>
    public static JobProperties ReadValid(JsonNode? properties)
    {
        var result = Read(properties);
        Assert.Empty(result.Problems);
        return Assert.IsType<JobProperties>(result.Properties);
    }

    /// <summary>The one line for each problem.</summary>
    public static string[] Problems(JsonNode? properties) => [.. Read(properties).Problems.Select(problem => problem.ToString())];
}
