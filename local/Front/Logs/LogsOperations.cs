using System.Globalization;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Ground;
using BatchResource.Local.Lambda;

namespace BatchResource.Local.Front.Logs;

/// <summary>Amazon CloudWatch Logs: what functions write, one stream for each of their processes.</summary>
internal sealed class LogsOperations(Account account, LambdaHost lambda, StackEngine engine)
{
    private const int MaximumEvents = 10_000;
    private const int MaximumItems = 50;

    /// <summary>The operations by their names.</summary>
    public IReadOnlyDictionary<string, Func<JsonCall, Task<JsonObject>>> All => new Dictionary<string, Func<JsonCall, JsonObject>>
    {
        ["DescribeLogGroups"] = DescribeLogGroups,
        ["DescribeLogStreams"] = DescribeLogStreams,
        ["FilterLogEvents"] = FilterLogEvents,
        ["GetLogEvents"] = GetLogEvents,
    }.ToDictionary(
        operation => operation.Key, Func<JsonCall, Task<JsonObject>> (operation) => call => Task.FromResult(operation.Value(call)));

    private JsonObject DescribeLogGroups(JsonCall call)
    {
        var (prefix, pattern) = (call.Text("logGroupNamePrefix") ?? "", call.Text("logGroupNamePattern") ?? "");
        var groups = Groups().Where(group =>
            group.StartsWith(prefix, StringComparison.Ordinal) && group.Contains(pattern, StringComparison.OrdinalIgnoreCase));
        return Page(call, "logGroups", groups, group => new JsonObject
        {
            ["logGroupName"] = group,
            ["arn"] = $"{Arn(group)}:*",
            ["logGroupArn"] = Arn(group),
            ["logGroupClass"] = "STANDARD",
            ["creationTime"] = Streams(group).SelectMany(stream => stream.Lines).Select(Time).DefaultIfEmpty(0).Min(),
            ["storedBytes"] = Streams(group).SelectMany(stream => stream.Lines).Sum(line => line.Text.Length),
        });
    }

    private JsonObject DescribeLogStreams(JsonCall call)
    {
        var prefix = call.Text("logStreamNamePrefix") ?? "";
        var streams = Streams(Group(call)).Where(stream => stream.Name.StartsWith(prefix, StringComparison.Ordinal));
        var ordered = call.Text("orderBy") == "LastEventTime"
            ? streams.OrderBy(stream => Time(stream.Lines[^1]))
            : streams.OrderBy(stream => stream.Name, StringComparer.Ordinal);
        return Page(call, "logStreams", call.Flag("descending") ? ordered.Reverse() : ordered, stream => new JsonObject
        {
            ["logStreamName"] = stream.Name,
            ["creationTime"] = Time(stream.Lines[0]),
            ["firstEventTimestamp"] = Time(stream.Lines[0]),
            ["lastEventTimestamp"] = Time(stream.Lines[^1]),
            ["lastIngestionTime"] = Time(stream.Lines[^1]),
            ["uploadSequenceToken"] = "0",
        });
    }

    /// <summary>Events of all streams by their times.</summary>
    private JsonObject FilterLogEvents(JsonCall call)
    {
        var pattern = FilterPattern.Parse(call.Text("filterPattern") ?? "");
        var (names, prefix) = (call.List("logStreamNames"), call.Text("logStreamNamePrefix") ?? "");
        var events = Streams(Group(call))
            .Where(stream => (names.Count == 0 || names.Contains(stream.Name)) && stream.Name.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(stream => stream.Lines.Select(line => (stream.Name, Line: line)))
            .Where(found => IsWithin(call, found.Line, includesEnd: true) && pattern.Matches(found.Line.Text))
            .OrderBy(found => found.Line.At);
        var answer = Page(call, "events", events, found => Written(found.Line, found.Name), MaximumEvents);
        answer["searchedLogStreams"] = new JsonArray();
        return answer;
    }

    /// <summary>
    /// The events of one stream: the latest, or the first. A token is a direction and the number of the event where the next page begins,
    /// or before which it ends.
    /// </summary>
    private JsonObject GetLogEvents(JsonCall call)
    {
        var (group, name) = (Group(call), call.Require("logStreamName"));
        var stream = Streams(group).FirstOrDefault(stream => stream.Name == name)
            ?? throw JsonCall.Error("ResourceNotFoundException", "The specified log stream does not exist.");
        var lines = stream.Lines.Where(line => IsWithin(call, line, includesEnd: false));
        var (number, limit) = (Token(call), Limit(call, MaximumEvents));
        var page = (call.Text("nextToken")?[0], call.Flag("startFromHead")) switch
        {
            ('b', _) => lines.Where(line => line.Number < number).TakeLast(limit).ToList(),
            (null, false) => lines.TakeLast(limit).ToList(),
            _ => [.. lines.Where(line => line.Number >= number).Take(limit)],
        };
        return new()
        {
            ["events"] = new JsonArray([.. page.Select(line => Written(line, stream: null))]),
            ["nextForwardToken"] = $"f/{(page.Count > 0 ? page[^1].Number + 1 : number)}",
            ["nextBackwardToken"] = $"b/{(page.Count > 0 ? page[0].Number : number)}",
        };
    }

    /// <summary>A page of a list. A token is the number of items that went before.</summary>
    private static JsonObject Page<T>(
        JsonCall call, string list, IEnumerable<T> items, Func<T, JsonNode> write, int maximum = MaximumItems)
    {
        var (all, start) = (items.ToList(), (int)Token(call));
        var page = all.Skip(start).Take(Limit(call, maximum)).ToList();
        var answer = new JsonObject { [list] = new JsonArray([.. page.Select(write)]) };
        if (start + page.Count < all.Count)
            answer["nextToken"] = (start + page.Count).ToString(CultureInfo.InvariantCulture);
        return answer;
    }

    private string Group(JsonCall call)
    {
        var group = call.Text("logGroupName") ?? call.Require("logGroupIdentifier").Split(":log-group:")[^1].Split(':')[0];
        return Groups().Contains(group)
            ? group
            : throw JsonCall.Error("ResourceNotFoundException", "The specified log group does not exist.");
    }

    private SortedSet<string> Groups()
    {
        var ofStacks = engine.All.SelectMany(stack => stack.Resources.Values)
            .Where(resource => resource is { Type: "AWS::Logs::LogGroup", Current.PhysicalId: not null })
            .Select(resource => resource.Current.PhysicalId!);
        return new(lambda.LogGroups.Values.Concat(ofStacks), StringComparer.Ordinal);
    }

    private IReadOnlyList<LogStream> Streams(string group) =>
    [
        .. lambda.LogGroups.Where(entry => entry.Value == group)
            .SelectMany(entry => lambda.Logs(entry.Key))
            .GroupBy(line => line.Stream)
            .Select(stream => new LogStream(stream.Key, [.. stream])),
    ];

    private string Arn(string group) => $"arn:{account.Partition}:logs:{account.Region}:{account.AccountId}:log-group:{group}";

    private static bool IsWithin(JsonCall call, LogLine line, bool includesEnd)
    {
        var end = call.Number("endTime") ?? long.MaxValue;
        return Time(line) >= (call.Number("startTime") ?? 0) && (Time(line) < end || (includesEnd && Time(line) == end));
    }

    private static int Limit(JsonCall call, int maximum) => (int)Math.Clamp(call.Number("limit") ?? maximum, 1, maximum);

    private static long Token(JsonCall call) => call.Text("nextToken") is not { } token
        ? 0
        : long.TryParse(token.Split('/')[^1], CultureInfo.InvariantCulture, out var number)
            ? number
            : throw JsonCall.Error("InvalidParameterException", "The specified nextToken is invalid.");

    private static JsonObject Written(LogLine line, string? stream)
    {
        var written = new JsonObject { ["timestamp"] = Time(line), ["message"] = line.Text, ["ingestionTime"] = Time(line) };
        if (stream is not null)
        {
            written["logStreamName"] = stream;
            written["eventId"] = $"{stream}/{line.Number}";
        }
        return written;
    }

    private static long Time(LogLine line) => line.At.ToUnixTimeMilliseconds();

    private sealed record LogStream(string Name, IReadOnlyList<LogLine> Lines);
}
