using System.Net;
using System.Text.Json.Nodes;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Retry;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.CloudFormation;

/// <summary>What only an answer tells CloudFormation of is taken back when the answer is certainly lost.</summary>
[Trait("rule", "L2")]
public sealed class UndoTests
{
    private int undone;

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, 1)]
    [InlineData(HttpStatusCode.Moved, 1)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 1)]
    [InlineData(HttpStatusCode.InternalServerError, 0)]
    public void An_Answer_That_Was_Certainly_Not_Taken_Is_Undone(HttpStatusCode refusal, int times)
    {
        var run = new FunctionRun(Resource(isUndone: false), [.. Enumerable.Repeat(refusal, 1000)]);

        run.Handle(TestEvent.Payload(), TimeSpan.FromSeconds(60));

        Assert.Equal(times, undone);
        Assert.True(run.Duration < TimeSpan.FromSeconds(60), $"{run.Duration}");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void An_Answer_That_Was_Taken_Is_Undone_Only_If_It_Does_Not_Tell_Of_It(bool isUndone, int times)
    {
        new FunctionRun(Resource(isUndone)).Handle(TestEvent.Payload()).TheAnswer();

        Assert.Equal(times, undone);
    }

    [Theory]
    [InlineData(20_000, 0)]
    [InlineData(20_001, 1)]
    [InlineData(30_000, 1)]
    [Trait("rule", "L3")]
    public void An_Answer_That_Comes_When_Nobody_Listens_Any_More_Is_Undone(int millisecondsLater, int times)
    {
        var run = new FunctionRun(Resource(isUndone: false));
        run.Time.Advance(TimeSpan.FromMilliseconds(millisecondsLater));

        run.Handle(WithServiceTimeout("20"));

        Assert.Equal(times, undone);
    }

    /// <summary>What is left of the invocation, but for a tenth: Lambda must not end it in the middle of a call.</summary>
    [Theory]
    [InlineData(60, 0, 54)]
    [InlineData(60, 40, 58)]
    [InlineData(900, 0, 810)]
    [Trait("rule", "L3")]
    public void Undoing_Ends_Before_The_Invocation_Does(int timeout, int worked, int ended)
    {
        var run = new FunctionRun(
            time => new StubResource(async (_, _) =>
            {
                await Pause.ForAsync(TimeSpan.FromSeconds(worked), time, CancellationToken.None);
                return ResourceAnswer.Success("job-arn", []) with { Undo = (_, token) => Pause.ForAsync(TimeSpan.FromHours(1), time, token) };
            }),
            HttpStatusCode.Forbidden);

        run.Handle(TestEvent.Payload(), TimeSpan.FromSeconds(timeout));

        Assert.Equal(TimeSpan.FromSeconds(ended), run.Duration);
        Assert.Equal("System.Threading.Tasks.TaskCanceledException", Logged(run, "UnexpectedFailure", "exceptionType"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void With_No_Time_Left_Undoing_Is_Told_So_At_Once(int seconds)
    {
        bool? isCancelled = null;
        var run = new FunctionRun(new StubResource((_, _) => Task.FromResult(ResourceAnswer.Success("job-arn", []) with
        {
            Undo = (_, token) =>
            {
                isCancelled = token.IsCancellationRequested;
                return Task.CompletedTask;
            },
            IsUndone = true,
        })));

        run.Handle(TestEvent.Payload(), TimeSpan.FromSeconds(seconds));

        Assert.True(isCancelled);
    }

    [Theory]
    [InlineData("20", 0, 16)]
    [InlineData("960", 300, 645)]
    [InlineData("3600", 0, 885)]
    [InlineData(null, 0, 885)]
    [InlineData("20", 30, 885)]
    [Trait("rule", "L3")]
    public void Work_Ends_Before_CloudFormation_Stops_Listening(string? serviceTimeout, int waited, int work)
    {
        var run = new FunctionRun(_ => new StubResource(async (_, token) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(token);
            return ResourceAnswer.Success("never", []);
        }));
        run.Time.Advance(TimeSpan.FromSeconds(waited));

        run.Handle(WithServiceTimeout(serviceTimeout)).TheReason();

        Assert.Equal(TimeSpan.FromSeconds(work), run.Duration);
    }

    [Fact]
    public void What_Goes_Wrong_With_Undoing_Is_Logged_And_Nothing_Else()
    {
        var run = new FunctionRun(new StubResource((_, _) => Task.FromResult(ResourceAnswer.Failure("id", "reason") with
        {
            Undo = (_, _) => throw new InvalidOperationException("no way back"),
            IsUndone = true,
        })));

        run.Handle(TestEvent.Payload()).TheReason();

        Assert.Equal("no way back", Logged(run, "UnexpectedFailure", "message"));
        Assert.Equal("System.InvalidOperationException", Logged(run, "UnexpectedFailure", "exceptionType"));
        Assert.Contains(nameof(UndoTests), Logged(run, "UnexpectedFailure", "stackTrace"), StringComparison.Ordinal);
    }

    private static string? Logged(FunctionRun run, string name, string detail) =>
        run.Captured.Lines.Single(line => line.GetProperty("event").ValueEquals(name)).GetProperty(detail).GetString();

    private static JsonObject WithServiceTimeout(string? seconds)
    {
        var payload = TestEvent.Payload();
        if (seconds is not null)
        {
            payload["ResourceProperties"]!["ServiceTimeout"] = seconds;
        }

        return payload;
    }

    private StubResource Resource(bool isUndone) => new((_, _) => Task.FromResult(ResourceAnswer.Success("job-arn", []) with
    {
        Undo = (_, _) =>
        {
            undone++;
            return Task.CompletedTask;
        },
        IsUndone = isUndone,
    }));
}
