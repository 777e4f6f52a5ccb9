using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.ResourceTypes.CustomResources;

/// <summary>A provider's answer, read as strictly as CloudFormation reads it.</summary>
internal sealed record CustomResourceAnswer
{
    public const int MaximumBytes = 4096;

    public const int MaximumPhysicalIdBytes = 1024;

    /// <summary>The operation succeeded, and nothing is wrong with the answer.</summary>
    public bool Succeeded { get; private init; }

    /// <summary>The physical id, when it is acceptable.</summary>
    public string? PhysicalId { get; private init; }

    /// <summary>Why the operation did not succeed.</summary>
    public string? Failure { get; private init; }

    public JsonObject Attributes { get; private init; } = [];

    /// <summary>Lambda's request id of the invocation that was asked.</summary>
    public string? InvocationId { get; init; }

    /// <summary>The answer is no answer to the event at all.</summary>
    public bool IsMalformed { get; private init; }

    /// <summary>Reads an answer to the event with those ids.</summary>
    public static CustomResourceAnswer Read(byte[] body, string stackId, string logicalId, string requestId)
    {
        if (body.Length > MaximumBytes)
            return new() { Failure = "Response object is too long." };
        if (Parse(body) is not { } answer)
            return Malformed("Response is not valid JSON");
        var wrongId = Wrong(answer, "StackId", stackId)
            ?? Wrong(answer, "LogicalResourceId", logicalId)
            ?? Wrong(answer, "RequestId", requestId);
        if (wrongId is not null)
            return Malformed(wrongId);
        var status = Text(answer, "Status");
        if (status is not ("SUCCESS" or "FAILED"))
            return Malformed($"Response status must be SUCCESS or FAILED, got {answer["Status"]?.ToJsonString() ?? "nothing"}");

        var physicalId = Text(answer, "PhysicalResourceId");
        if (string.IsNullOrEmpty(physicalId) || Encoding.UTF8.GetByteCount(physicalId) > MaximumPhysicalIdBytes)
            return new() { Failure = "Invalid PhysicalResourceId" };
        if (answer.TryGetPropertyValue("Reason", out var reason) && reason?.GetValueKind() != JsonValueKind.String)
            return new() { PhysicalId = physicalId, Failure = "Response Reason must be a string" };
        if (status == "FAILED")
            return new() { PhysicalId = physicalId, Failure = Failed(reason?.ToString(), requestId) };
        return answer["Data"] is null or JsonObject
            ? new() { Succeeded = true, PhysicalId = physicalId, Attributes = answer["Data"]?.DeepClone().AsObject() ?? [] }
            : new() { PhysicalId = physicalId, Failure = "Response Data must be an object" };
    }

    /// <summary>What stands in for an answer that did not come in time.</summary>
    public static CustomResourceAnswer None(string requestId) => new()
    {
        Failure = "CloudFormation did not receive a response from your Custom Resource. "
            + $"Please check your logs for requestId [{requestId}]. If you are using the Python cfn-response module, "
            + "you may need to update your Lambda function code so that CloudFormation can attach the updated version.",
    };

    private static string Failed(string? reason, string requestId) => string.IsNullOrEmpty(reason)
        ? $"Received response status [FAILED] from custom resource without a reason. (RequestId: {requestId})"
        : $"Received response status [FAILED] from custom resource. Message returned: {reason} (RequestId: {requestId})";

    private static CustomResourceAnswer Malformed(string why) => new() { Failure = why, IsMalformed = true };

    private static JsonObject? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Wrong(JsonObject answer, string name, string expected) =>
        Text(answer, name) == expected ? null : $"Response {name} must be {expected}, got {answer[name]?.ToJsonString() ?? "nothing"}";

    private static string? Text(JsonObject answer, string name) =>
        answer[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
