using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Tool.Accounts;

namespace BatchResource.Local.Tool.Output;

/// <summary>Why a deployment failed: the first event that says so, and what the provider logged for that request.</summary>
internal sealed record FailureReport(StackEvent Event, IReadOnlyList<string> Log)
{
    private const int Looks = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>The first failure among the events, or null when nothing failed.</summary>
    public static async Task<FailureReport?> OfAsync(IAccount account, StackResult stack, CancellationToken cancellation)
    {
        if (First(stack.Events) is not { } first)
            return null;

        // A nested stack fails because of something in it, and its events tell what.
        while (first.ResourceType == StackEvent.StackType && first.PhysicalResourceId is { } id && id != first.StackId
            && account.Find(id) is { } nested && First(nested.Events.Where(e => e.Timestamp >= stack.Events[0].Timestamp)) is { } within)
        {
            first = within;
        }

        return new(first, await LogAsync(account, first.ProviderRequestId, cancellation));
    }

    /// <summary>The first failure of a resource; that of the stack itself where no resource failed.</summary>
    private static StackEvent? First(IEnumerable<StackEvent> events)
    {
        var failed = events.Where(e => e.ResourceStatus.EndsWith("_FAILED", StringComparison.Ordinal)).ToList();
        return failed.Find(e => e.PhysicalResourceId != e.StackId) ?? failed.FirstOrDefault();
    }

    /// <summary>The provider's lines. It answers CloudFormation before its invocation ends, and its output comes another way.</summary>
    private static async Task<IReadOnlyList<string>> LogAsync(IAccount account, string? requestId, CancellationToken cancellation)
    {
        if (requestId is null)
            return [];
        var lines = await account.LogOfAsync(requestId, cancellation);
        for (var look = 1; look < Looks && !InvocationLog.HasEnded(lines, requestId); look++)
        {
            await Task.Delay(Interval, cancellation);
            lines = await account.LogOfAsync(requestId, cancellation);
        }

        return InvocationLog.WithoutPlatform(lines);
    }

    /// <summary>For people.</summary>
    public void Write(Terminal terminal)
    {
        var failure = $"{Event.LogicalResourceId} ({Event.ResourceType}) {Event.ResourceStatus}: {Event.ResourceStatusReason}";
        terminal.Line(failure, StatusColor.Of(Event.ResourceStatus));
        if (Log.Count > 0)
            terminal.Line("The provider's log of that request:");
        foreach (var line in Log)
            terminal.Line($"  {line}", "grey");
    }

    /// <summary>For programs.</summary>
    public JsonObject Json() => new()
    {
        ["StackName"] = Event.StackName,
        ["LogicalResourceId"] = Event.LogicalResourceId,
        ["ResourceType"] = Event.ResourceType,
        ["ResourceStatus"] = Event.ResourceStatus,
        ["ResourceStatusReason"] = Event.ResourceStatusReason,
        ["ProviderLog"] = new JsonArray([.. Log.Select(line => JsonValue.Create(line))]),
    };
}
