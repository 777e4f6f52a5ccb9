using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>An event as CloudFormation sends it. Two events with one RequestId and different dates are two issues.</summary>
internal sealed record CloudFormationEvent(
    string RequestType,
    string RequestId,
    string StackId,
    string LogicalResourceId,
    string? PhysicalResourceId,
    JsonObject Properties,
    JsonObject? OldProperties,
    DateTimeOffset IssuedAt)
{
    public string Issue => $"{RequestType} {RequestId} of {IssuedAt:HH:mm:ss.fff}";

    public JsonElement ToPayload()
    {
        var payload = new JsonObject
        {
            ["RequestType"] = RequestType,
            ["RequestId"] = RequestId,
            ["StackId"] = StackId,
            ["LogicalResourceId"] = LogicalResourceId,
            ["ResourceType"] = "Custom::BedrockBatchInferenceJob",
            ["ResponseURL"] = ResponseUrl,
            ["ResourceProperties"] = Properties.DeepClone(),
        };
        if (PhysicalResourceId is not null)
        {
            payload["PhysicalResourceId"] = PhysicalResourceId;
        }

        if (OldProperties is not null)
        {
            payload["OldResourceProperties"] = OldProperties.DeepClone();
        }

        return JsonSerializer.SerializeToElement(payload);
    }

    private string ResponseUrl =>
        $"https://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/{Uri.EscapeDataString(StackId)}%7C{LogicalResourceId}"
        + $"%7C{RequestId}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date="
        + IssuedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
        + "&X-Amz-Expires=7200&X-Amz-Signature=secret";
}
