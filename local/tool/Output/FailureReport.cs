using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;

namespace BatchResource.Local.Tool.Output;

/// <summary>Why a deployment failed: the first event that says so, and what the provider logged for that request.</summary>
internal sealed record FailureReport(StackEvent Event, IReadOnlyList<string> Log)
{
    private static readonly string[] PlatformLines = ["START RequestId: ", "END RequestId: ", "REPORT RequestId: "];

    /// <summary>The first failure among the events, or null when nothing failed.</summary>
    public static FailureReport? Of(LocalAws aws, StackResult stack)
    {
        var failed = stack.Events.Where(e => e.ResourceStatus.EndsWith("_FAILED", StringComparison.Ordinal)).ToList();
        var first = failed.Find(e => e.ResourceType != StackEvent.StackType) ?? failed.FirstOrDefault();
        return first is null ? null : new(first, LogOf(aws, stack.StackId, first));
    }

    /// <summary>For people.</summary>
    public void Write(Terminal terminal)
    {
        terminal.Line($"{Event.LogicalResourceId} ({Event.ResourceType}) {Event.ResourceStatus}: {Event.ResourceStatusReason}", StatusColor.Of(Event.ResourceStatus));
        if (Log.Count > 0)
            terminal.Line("The provider's log of that request:");
        foreach (var line in Log)
            terminal.Line($"  {line}", "grey");
    }

    /// <summary>For programs.</summary>
    public JsonObject Json() => new()
    {
        ["LogicalResourceId"] = Event.LogicalResourceId,
        ["ResourceType"] = Event.ResourceType,
        ["ResourceStatus"] = Event.ResourceStatus,
        ["ResourceStatusReason"] = Event.ResourceStatusReason,
        ["ProviderLog"] = new JsonArray([.. Log.Select(line => JsonValue.Create(line))]),
    };

    private static List<string> LogOf(LocalAws aws, string stackId, StackEvent failure)
    {
        var requestType = failure.ResourceStatus.Split('_')[0];
        var attempt = aws.Lambda.Attempts.FirstOrDefault(attempt => IsFor(attempt.Payload, stackId, failure.LogicalResourceId, requestType));
        return attempt is null ? [] :
        [
            .. aws.Lambda.Logs(attempt.FunctionArn, attempt.RequestId).Select(line => line.Text)
                .Where(text => !PlatformLines.Any(start => text.StartsWith(start, StringComparison.Ordinal))),
        ];
    }

    /// <summary>Whether a function was sent CloudFormation's event for that resource.</summary>
    private static bool IsFor(ReadOnlyMemory<byte> payload, string stackId, string logicalId, string requestType)
    {
        try
        {
            return JsonNode.Parse(payload.Span) is JsonObject e
                && e["StackId"]?.ToString() == stackId
                && e["LogicalResourceId"]?.ToString() == logicalId
                && string.Equals(e["RequestType"]?.ToString(), requestType, StringComparison.OrdinalIgnoreCase);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
