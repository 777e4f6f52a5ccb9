using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Retry;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.CloudFormation;

/// <summary>Every event is answered exactly once, whatever it holds and whatever goes wrong.</summary>
[Trait("rule", "L1")]
public sealed class CustomResourceFunctionTests
{
    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    [InlineData("Delete")]
    public void An_Event_Goes_To_Its_Method_And_What_That_Returns_Is_Answered(string type)
    {
        var resource = StubResource.Succeeding();
        var answer = new FunctionRun(resource).Handle(TestEvent.Payload(type)).TheAnswer();

        var (method, request) = Assert.Single(resource.Calls);
        Assert.Equal((type, TestEvent.RequestId), (method.ToString(), request.RequestId));
        Assert.Equal(("SUCCESS", "job-arn"), (AnswerBox.Text(answer, "Status"), AnswerBox.Text(answer, "PhysicalResourceId")));
        Assert.Equal("job-arn", AnswerBox.Text(answer.GetProperty("Data"), "JobArn"));
    }

    [Theory]
    [InlineData("Destroy")]
    [InlineData("create")]
    [InlineData("")]
    [InlineData(null)]
    public void An_Event_Of_Another_Type_Is_Answered_And_Nothing_Done(string? type)
    {
        var payload = TestEvent.Payload();
        payload["RequestType"] = type;
        var run = new FunctionRun(StubResource.Untouchable()).Handle(payload);
        Assert.Equal("RequestType must be Create, Update or Delete", run.TheReason());
        Assert.Equal(StubResource.IdForFailure, AnswerBox.Text(run.TheAnswer(), "PhysicalResourceId"));
    }

    [Theory]
    [InlineData("StackId", "Create")]
    [InlineData("LogicalResourceId", "Update")]
    [InlineData("RequestId", "Delete")]
    public void An_Event_That_Does_Not_Say_For_Whom_It_Is_Is_Answered_And_Nothing_Done(string member, string type)
    {
        var payload = TestEvent.Payload(type);
        payload.Remove(member);
        var run = new FunctionRun(StubResource.Untouchable()).Handle(payload);
        Assert.Equal("the event must have StackId, LogicalResourceId and RequestId; nothing was done", run.TheReason());
    }

    [Fact]
    public void A_Failure_Of_The_Resource_Is_Answered_As_It_Is()
    {
        var run = new FunctionRun(new StubResource((_, _) => Task.FromResult(ResourceAnswer.Failure("marker", "no such model"))));
        Assert.Equal("no such model", run.Handle(TestEvent.Payload()).TheReason());
        Assert.Equal("marker", AnswerBox.Text(run.TheAnswer(), "PhysicalResourceId"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_Unexpected_Exception_Is_Answered_And_Logged(bool isSynchronous)
    {
        var run = new FunctionRun(time => new StubResource(
            (_, _) => isSynchronous ? throw new InvalidDataException("something is odd") : Later(time)));
        run.Handle(TestEvent.Payload("Update"));
        Assert.Equal("unexpected InvalidDataException in the provider: something is odd", run.TheReason());
        Assert.Equal(
            TestEvent.Payload("Update")["PhysicalResourceId"]!.GetValue<string>(), AnswerBox.Text(run.TheAnswer(), "PhysicalResourceId"));

        var line = run.Captured.Lines.Single(line => line.GetProperty("event").ValueEquals("UnexpectedFailure"));
        Assert.Equal("System.IO.InvalidDataException", line.GetProperty("exceptionType").GetString());
        Assert.Contains(nameof(CustomResourceFunctionTests), line.GetProperty("stackTrace").GetString(), StringComparison.Ordinal);

        static async Task<ResourceAnswer> Later(TimeProvider time)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time);
            throw new InvalidDataException("something is odd");
        }
    }

    [Fact]
    public void An_Exception_That_Looks_Like_The_Deadline_But_Came_Early_Is_Told_As_What_It_Is()
    {
        var run = new FunctionRun(new StubResource((_, _) => throw new OperationCanceledException("somebody else's")));
        Assert.Equal(
            "unexpected OperationCanceledException in the provider: somebody else's", run.Handle(TestEvent.Payload()).TheReason());
    }

    [Fact]
    public void An_Exception_With_A_Megabyte_Of_Message_Is_Answered_In_Short()
    {
        var run = new FunctionRun(new StubResource((_, _) => throw new InvalidDataException(new string('ü', 1_000_000))));
        var reason = run.Handle(TestEvent.Payload()).TheReason();
        Assert.EndsWith(
            "(cut; the whole reason is in log stream 2026/11/22/[$LATEST]0123456789abcdef of /aws/lambda/provider)",
            reason,
            StringComparison.Ordinal);
        Assert.All(run.Captured.Text.Split('\n'), line => Assert.InRange(line.Length, 0, 256 * 1024));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"ResponseURL":"nowhere","StackId":"s"}""")]
    public void What_Cannot_Be_Answered_Is_Logged_And_Leaves_The_Function_In_Peace(string json)
    {
        var run = new FunctionRun(StubResource.Untouchable()).Handle(JsonSerializer.Deserialize<JsonElement>(json));
        Assert.Empty(run.Box.Attempts);
        Assert.Equal(["EventUnreadable"], run.Captured.Events);
    }

    [Fact]
    public void Events_Of_Any_Shape_Get_One_Answer_Each()
    {
        JsonNode?[] values =
            [null, string.Empty, 42, true, new JsonArray(), new JsonObject(), new string('x', 1_000_000), "größe \U0001F600"];
        foreach (var type in new[] { "Create", "Update", "Delete" })
        {
            foreach (var member in TestEvent.Payload(type).Select(member => member.Key).Where(name => name != "ResponseURL"))
            {
                foreach (var value in values.Where(value => !IsTooLongToEcho(member, value)))
                {
                    var payload = TestEvent.Payload(type);
                    payload[member] = value?.DeepClone();
                    payload[$"{member}2"] = value?.DeepClone();
                    new FunctionRun(StubResource.Succeeding()).Handle(payload).TheAnswer();
                }
            }
        }
    }

    [Fact]
    public void Every_Line_Of_An_Event_Says_Which_Event_It_Is_About()
    {
        var run = new FunctionRun(StubResource.Succeeding()).Handle(TestEvent.Payload());
        Assert.Equal(["EventReceived", "EventAnswered"], run.Captured.Events);
        Assert.All(run.Captured.Lines, line => Assert.Equal(
            (TestEvent.StackId, TestEvent.LogicalResourceId, TestEvent.RequestId, "lambda-request"),
            (Text(line, "stackId"), Text(line, "logicalResourceId"), Text(line, "requestId"), Text(line, "lambdaRequestId"))));

        static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("Create", "Create")]
    [InlineData("Delete", "Delete")]
    [InlineData("Destroy", "unknown")]
    public void What_Came_And_What_Was_Answered_Is_Logged(string type, string logged)
    {
        var run = new FunctionRun(new StubResource((_, _) => Task.FromResult(ResourceAnswer.Success("job-arn", []))));
        var lines = run.Handle(TestEvent.Payload(type)).Captured.Lines;

        Assert.Equal(logged, lines[0].GetProperty("requestType").GetString());
        Assert.Equal((string?)TestEvent.Payload(type)["PhysicalResourceId"], Optional(lines[0], "physicalResourceId"));
        Assert.Equal(AnswerBox.Text(run.TheAnswer(), "Status"), lines[1].GetProperty("status").GetString());
        Assert.Equal(AnswerBox.Text(run.TheAnswer(), "PhysicalResourceId"), lines[1].GetProperty("physicalResourceId").GetString());
        Assert.Equal(Optional(run.TheAnswer(), "Reason"), Optional(lines[1], "reason"));

        static string? Optional(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    /// <summary>Without the time of the signature, the event is as old as the invocation.</summary>
    [Fact]
    [Trait("rule", "L3")]
    public void An_Event_That_Does_Not_Tell_When_It_Was_Issued_Counts_From_Its_Arrival()
    {
        var payload = TestEvent.Payload();
        payload["ResponseURL"] = "https://responses.s3.us-east-1.amazonaws.com/path";
        payload["ServiceTimeout"] = "20";
        var run = new FunctionRun(time => new StubResource(async (_, token) =>
        {
            await Pause.ForAsync(TimeSpan.FromHours(1), time, token);
            return ResourceAnswer.Success("never", []);
        }));
        run.Time.Advance(TimeSpan.FromMinutes(1));

        run.Handle(payload).TheReason();

        Assert.Equal(TimeSpan.FromSeconds(16), run.Duration);
    }

    /// <summary>An answer that echoed a megabyte could not be short, and CloudFormation never sends such ids.</summary>
    private static bool IsTooLongToEcho(string member, JsonNode? value) =>
        member is "StackId" or "LogicalResourceId" or "RequestId" && value is JsonValue text && text.ToString().Length > 2000;
}
