using System.Reflection;
using System.Text.Json;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Tests.Bedrock;
using BatchResource.Provider.Tests.Simulation;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Logging;

/// <summary>Every line is one JSON object with a name, a level and a rule that operators can build on.</summary>
public sealed class LogTests
{
    private const string Vicious = "a\nb\rc\u0085d\u2028e\u2029f\"}{\\ \0 \ud800 größe";

    /// <summary>What alarms and queries of operators are made of: a change here breaks them.</summary>
    private static readonly Dictionary<string, string> Lines = new(StringComparer.Ordinal)
    {
        ["EventReceived"] = "L1 INFO requestType physicalResourceId",
        ["EventAnswered"] = "L1 ERROR status physicalResourceId reason",
        ["EventUnreadable"] = "L1 ERROR problem",
        ["UnexpectedFailure"] = "L1 ERROR exceptionType message stackTrace",
        ["AnswerRefused"] = "L2 WARN host statusCode attempt",
        ["AnswerNotSent"] = "L2 WARN host failure attempt",
        ["AnswerLost"] = "L2 ERROR host",
        ["DeadlineReached"] = "L3 ERROR",
        ["EventNotAwaited"] = "L4 WARN",
        ["EventTooOld"] = "L12 WARN ageSeconds",
        ["JobAccepted"] = "L4 INFO jobArn jobName jobStatus",
        ["JobNotDescribed"] = "L8 WARN jobArn jobName jobStatus failure",
        ["StartDecided"] = "L4 INFO jobArn jobName jobStatus decision attempt",
        ["CallRepeated"] = "L13 WARN operation error repetition delaySeconds",
        ["UpdatedInPlace"] = "L10 INFO jobArn jobName jobStatus",
        ["TagsNotChanged"] = "L10 WARN jobArn jobName jobStatus failure",
        ["JobForgotten"] = "L10 WARN jobArn",
        ["JobReused"] = "L11 INFO jobArn jobName jobStatus decision",
        ["JobAbandoned"] = "L11 WARN jobArn jobName jobStatus",
        ["JobNotAbandoned"] = "L11 ERROR jobArn jobName jobStatus failure",
        ["JobLeft"] = "L12 INFO jobArn physicalResourceId",
        ["StopRequested"] = "L12 INFO jobArn",
        ["StopRefused"] = "L12 INFO jobArn failure",
        ["JobEnded"] = "L12 INFO jobArn jobName jobStatus",
        ["EndNotSeen"] = "L12 WARN jobArn jobName jobStatus failure",
        ["CompletionSignalled"] = "L2 INFO jobArn jobName jobStatus failure",
        ["StackNotAsked"] = "L12 WARN failure",
        ["JobsNotLookedFor"] = "L12 WARN failure",
        ["LookingForJobs"] = "L12 INFO physicalResourceId",
    };

    public static TheoryData<string> Events => [.. Methods.Select(method => method.Name)];

    private static IEnumerable<MethodInfo> Methods => new[] { typeof(Log), typeof(JobLog) }
        .SelectMany(log => log.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.Name != nameof(Log.For));

    [Fact]
    public void No_Event_Is_Missing_From_The_Table() =>
        Assert.Equal(Lines.Keys.Order(StringComparer.Ordinal), Methods.Select(method => method.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Events))]
    public void An_Event_Has_Its_Name_Rule_Level_And_Details(string name)
    {
        var line = Write(name, "text");
        var details = line.EnumerateObject().Select(member => member.Name).Except(["timestamp", "level", "event", "rule"]);
        Assert.Equal(name, line.GetProperty("event").GetString());
        Assert.Equal(Lines[name], string.Join(' ', [Text(line, "rule")!, Text(line, "level")!, .. details]));
        Assert.All(line.EnumerateObject(), member => Assert.Equal(JsonValueKind.String, member.Value.ValueKind));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Nothing_In_An_Event_Can_Begin_A_Line_Of_Its_Own(string name)
    {
        var captured = new LogCapture(new VirtualTime());
        Invoke(new JobLog(captured.Log.For(new LogScope(Vicious, Vicious, Vicious, Vicious))), name, Vicious);
        Assert.EndsWith("}\n", captured.Text, StringComparison.Ordinal);
        Assert.Equal(captured.Text.Length - 1, captured.Text.IndexOfAny(['\n', '\r', '\u0085', '\u2028', '\u2029', '\0']));
        Assert.Equal(Vicious.Replace('\ud800', '\ufffd'), Assert.Single(captured.Lines).GetProperty("stackId").GetString());
    }

    [Fact]
    public void A_Success_Is_No_Error_And_Has_No_Reason()
    {
        var captured = new LogCapture(new VirtualTime());
        captured.Log.EventAnswered("SUCCESS", "job-arn", null);
        var line = Assert.Single(captured.Lines);
        Assert.Equal("INFO", line.GetProperty("level").GetString());
        Assert.False(line.TryGetProperty("reason", out _));
    }

    [Theory]
    [InlineData("Use", "L4")]
    [InlineData("FreshAttempt", "L7")]
    [InlineData("Cancelled", "L7")]
    [InlineData("Failed", "L7")]
    public void A_Decision_About_A_Replay_Names_Its_Rule(string decision, string rule)
    {
        var captured = new LogCapture(new VirtualTime());
        captured.Log.StartDecided(SomeJob("name"), Enum.Parse<ReplayDecision>(decision), 2);
        var line = Assert.Single(captured.Lines);
        Assert.Equal((rule, decision, "2"), (Text(line, "rule"), Text(line, "decision"), Text(line, "attempt")));
    }

    [Fact]
    public void Adopting_And_Going_Back_Are_Told_Apart()
    {
        var captured = new LogCapture(new VirtualTime());
        captured.Log.JobReused(SomeJob("name"), isReturn: true);
        captured.Log.JobReused(SomeJob("name"), isReturn: false);
        Assert.Equal(["Return", "Adopt"], captured.Lines.Select(line => Text(line, "decision")));
    }

    [Fact]
    public void Numbers_And_Times_Are_Written_The_Same_Everywhere()
    {
        var captured = new LogCapture(new VirtualTime());
        captured.Log.CallRepeated("GetModelInvocationJob", "Throttled", 12, TimeSpan.FromMilliseconds(1234.5678));
        var line = Assert.Single(captured.Lines);
        Assert.Equal(
            ("12", "1.235", "2026-11-22T06:00:00Z"), (Text(line, "repetition"), Text(line, "delaySeconds"), Text(line, "timestamp")));
    }

    private static JsonElement Write(string name, string text)
    {
        var captured = new LogCapture(new VirtualTime());
        Invoke(captured.Log, name, text);
        return Assert.Single(captured.Lines);
    }

    private static void Invoke(Log log, string name, string text)
    {
        var method = Methods.Single(method => method.Name == name);
        method.Invoke(log, [.. method.GetParameters().Select(parameter => Argument(parameter.ParameterType, text))]);
    }

    private static object Argument(Type type, string text) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(int) => 1,
        _ when type == typeof(bool) => true,
        _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(1),
        _ when type == typeof(JobArn) => BedrockCalls.Arn,
        _ when type == typeof(Job) => SomeJob(text),
        _ when type == typeof(ReplayDecision) => ReplayDecision.Use,
        _ => throw new NotSupportedException($"a log line with a {type} needs a look at what it shows"),
    };

    private static Job SomeJob(string text) => new()
    {
        Arn = BedrockCalls.Arn,
        Name = text,
        Status = new JobStatus(text),
        Message = text,
        ClientRequestToken = text,
        ModelId = text,
        OutputS3Uri = text,
    };

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
