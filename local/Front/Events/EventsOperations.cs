using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json;
using BatchResource.Local.Events;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Front.Events;

/// <summary>Amazon EventBridge: events for the rules of stacks, on the default bus.</summary>
internal sealed class EventsOperations(Account account, EventBus bus, TimeProvider clock)
{
    private const int MaximumEntries = 10;

    /// <summary>The operations by their names.</summary>
    public IReadOnlyDictionary<string, Func<JsonCall, Task<JsonObject>>> All => new Dictionary<string, Func<JsonCall, Task<JsonObject>>>
    {
        ["PutEvents"] = call => Task.FromResult(PutEvents(call)),
    };

    private JsonObject PutEvents(JsonCall call)
    {
        var entries = call.Objects("Entries");
        if (entries.Count is 0 or > MaximumEntries)
            throw JsonCall.Validation($"Entries must have 1-{MaximumEntries} members, got {entries.Count}");
        var answers = entries.Select(Put).ToList();
        return new()
        {
            ["FailedEntryCount"] = answers.Count(answer => answer.ContainsKey("ErrorCode")),
            ["Entries"] = new JsonArray([.. answers]),
        };
    }

    /// <summary>An entry that cannot be an event fails alone.</summary>
    private JsonObject Put(JsonObject entry)
    {
        var (source, type) = (entry["Source"]?.ToString(), entry["DetailType"]?.ToString());
        if (string.IsNullOrEmpty(source))
            return Failed("InvalidArgument", "Parameter Source is not valid. Reason: Source is a required argument.");
        if (source.StartsWith("aws.", StringComparison.Ordinal))
            return Failed("NotAuthorizedForSourceException", "Not authorized for the source.");
        if (string.IsNullOrEmpty(type))
            return Failed("InvalidArgument", "Parameter DetailType is not valid. Reason: DetailType is a required argument.");
        if (entry["EventBusName"]?.ToString() is { } name && name.Split('/')[^1] != "default")
            return Failed("ResourceNotFoundException", $"Event bus {name} does not exist: the local AWS has the default bus only.");
        if (Detail(entry) is not { } detail)
            return Failed("MalformedDetail", "Detail is malformed.");

        var id = Guid.NewGuid().ToString();
        var time = entry["Time"]?.ToString() is { } given && double.TryParse(given, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : clock.GetUtcNow();
        bus.Put(new()
        {
            ["version"] = "0",
            ["id"] = id,
            ["detail-type"] = type,
            ["source"] = source,
            ["account"] = account.AccountId,
            ["time"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = account.Region,
            ["resources"] = entry["Resources"]?.DeepClone() ?? new JsonArray(),
            ["detail"] = detail,
        });
        return new() { ["EventId"] = id };
    }

    private static JsonObject? Detail(JsonObject entry)
    {
        try
        {
            return JsonNode.Parse(entry["Detail"]?.ToString() ?? "") as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Failed(string code, string message) => new() { ["ErrorCode"] = code, ["ErrorMessage"] = message };
}
