using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Provider.CloudFormation;

namespace BatchResource.Provider.Tests.Support;

/// <summary>CloudFormation's events, whole and valid; a test spoils what it is about.</summary>
internal static class TestEvent
{
    public const string StackId = "arn:aws:cloudformation:us-east-1:123456789012:stack/nightly-batch/0d7c1d0e-5c5a-11f0-8de9-0242ac120002";
    public const string LogicalResourceId = "SummariesJob";
    public const string RequestId = "5bf2cf79-2d3c-4b1f-9c0e-6f2a1f0a9b11";

    /// <summary>What stands for a job that this event did not start.</summary>
    public const string NoJob = $"no-job:{RequestId}@20261122T060000Z";

    /// <summary>A part of the presigned URL's query, which must be seen nowhere.</summary>
    public const string Secret = "c0ffee5ec2e7";

    /// <summary>The path of the presigned URL, in the encoding that the signature holds for.</summary>
    public const string Path =
        "/arn%3Aaws%3Acloudformation%3Aus-east-1%3A123456789012%3Astack/nightly-batch/0d7c1d0e%7CSummariesJob%7C5bf2cf79";

    public const string Query = $"?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261122T060000Z&X-Amz-Security-Token=a%2Fb%2B{Secret}%3D%3D"
        + $"&X-Amz-SignedHeaders=host&X-Amz-Credential=AKIAEXAMPLE%2F20261122&X-Amz-Signature={Secret}";

    /// <summary>An event with every member.</summary>
    public static JsonObject Payload(string requestType = "Create", string server = "https://responses.s3.us-east-1.amazonaws.com")
    {
        var payload = new JsonObject
        {
            ["RequestType"] = requestType,
            ["ServiceToken"] = "arn:aws:lambda:us-east-1:123456789012:function:provider",
            ["ResponseURL"] = $"{server.TrimEnd('/')}{Path}{Query}",
            ["StackId"] = StackId,
            ["RequestId"] = RequestId,
            ["LogicalResourceId"] = LogicalResourceId,
            ["ResourceType"] = "Custom::BedrockBatchInferenceJob",
            ["ResourceProperties"] = Properties(),
        };
        if (requestType != "Create")
        {
            payload["PhysicalResourceId"] = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl";
        }

        if (requestType == "Update")
        {
            payload["OldResourceProperties"] = Properties();
        }

        return payload;
    }

    /// <summary>Valid properties.</summary>
    public static JsonObject Properties() => new()
    {
        ["ServiceToken"] = "arn:aws:lambda:us-east-1:123456789012:function:provider",
        ["RoleArn"] = "arn:aws:iam::123456789012:role/BatchRole",
        ["ModelId"] = "amazon.nova-micro-v1:0",
        ["InputDataConfig"] = new JsonObject { ["S3InputDataConfig"] = new JsonObject { ["S3Uri"] = "s3://bucket/input.jsonl" } },
        ["OutputDataConfig"] = new JsonObject { ["S3OutputDataConfig"] = new JsonObject { ["S3Uri"] = "s3://bucket/output" } },
    };

    public static JsonElement Element(JsonNode? payload) => JsonSerializer.SerializeToElement(payload);

    /// <summary>An event that has to be readable.</summary>
    public static CustomResourceRequest Request(JsonObject? payload = null)
    {
        var request = CustomResourceRequestReader.Read(Element(payload ?? Payload()), out var problem);
        Assert.Null(problem);
        return Assert.IsType<CustomResourceRequest>(request);
    }
}
