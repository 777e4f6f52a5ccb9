using System.Net;
using System.Text.Json.Nodes;
using BatchResource.Provider.CloudFormation;
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

    [Fact]
    [Trait("rule", "L3")]
    public void An_Answer_That_Comes_When_Nobody_Listens_Any_More_Is_Undone()
    {
        var run = new FunctionRun(Resource(isUndone: false));
        run.Time.Advance(TimeSpan.FromSeconds(30));

        run.Handle(WithServiceTimeout("20"));

        Assert.Equal(1, undone);
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
            Undo = _ => throw new InvalidOperationException("no way back"),
            IsUndone = true,
        })));

        run.Handle(TestEvent.Payload()).TheReason();

        Assert.Contains("no way back", run.Captured.Text, StringComparison.Ordinal);
    }

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
        Undo = _ =>
        {
            undone++;
            return Task.CompletedTask;
        },
        IsUndone = isUndone,
    }));
}
