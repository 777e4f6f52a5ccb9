using BatchResource.Local.Lambda;
using BatchResource.Local.Tests.Time;

namespace BatchResource.Local.Tests.Lambda;

public sealed class AsynchronousInvocationTests : LambdaHostTest
{
    [Fact]
    public async Task A_Failed_Event_Is_Repeated_After_One_Minute_And_After_Two_More()
    {
        Host.Put(Function());
        Host.InvokeAsEvent(FunctionArn, Event("throw"));

        var first = NextEnded();
        await UntilAsync(() => Clock.PendingTimers == 1);
        Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(HasEnded());
        Clock.Advance(TimeSpan.FromSeconds(1));
        var second = NextEnded();
        await UntilAsync(() => Clock.PendingTimers == 1);
        Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(HasEnded());
        Clock.Advance(TimeSpan.FromSeconds(1));
        var third = NextEnded();

        Assert.Equal([1, 2, 3], new[] { first, second, third }.Select(attempt => attempt.Attempt));
        Assert.Single(new[] { first, second, third }.Select(attempt => attempt.RequestId).Distinct());
        Assert.All([first, second, third], attempt => Assert.Equal(InvocationOutcome.FunctionError, attempt.Outcome));
        Assert.Equal(0, Clock.PendingTimers);
    }

    [Fact]
    public void A_Crash_Is_Repeated_As_An_Error_Is_Until_It_Succeeds()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Host.Put(Function() with { Timeout = TimeSpan.FromSeconds(2) });
        Host.InvokeAsEvent(FunctionArn, Event("wait-for-file", ("path", path)));
        Assert.Equal(InvocationOutcome.TimedOut, NextEnded().Outcome);

        File.WriteAllText(path, "");
        try
        {
            Clock.AdvanceWhenPending(TimeSpan.FromMinutes(1));
            var second = NextEnded();
            Assert.Equal((2, InvocationOutcome.Succeeded), (second.Attempt, second.Outcome));
            Assert.Equal(0, Clock.PendingTimers);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void MaximumRetryAttempts_Is_Honoured()
    {
        Host.Put(Function() with { MaximumRetryAttempts = 1 });
        Host.InvokeAsEvent(FunctionArn, Event("throw"));

        NextEnded();
        Clock.AdvanceWhenPending(TimeSpan.FromMinutes(1));
        Assert.Equal(2, NextEnded().Attempt);

        Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(HasEnded());
        Assert.Equal(2, Host.Attempts.Count);
    }

    [Fact]
    public void An_Event_Older_Than_MaximumEventAge_Is_Dropped()
    {
        Host.Put(Function() with { MaximumEventAge = TimeSpan.FromSeconds(60) });
        Host.InvokeAsEvent(FunctionArn, Event("throw"));
        NextEnded();

        Clock.AdvanceWhenPending(TimeSpan.FromMinutes(2));

        var dropped = NextEnded();
        Assert.Equal((2, InvocationOutcome.Dropped), (dropped.Attempt, dropped.Outcome));
    }

    [Fact]
    public void The_Age_Of_Events_Can_Go_By_Another_Clock_Than_The_Retries()
    {
        Configure = options => options with { EventAgeClock = new ManualTime() };
        Host.Put(Function() with { MaximumEventAge = TimeSpan.FromSeconds(60) });
        Host.InvokeAsEvent(FunctionArn, Event("throw"));
        NextEnded();

        Clock.AdvanceWhenPending(TimeSpan.FromMinutes(2));

        var second = NextEnded();
        Assert.Equal((2, InvocationOutcome.FunctionError), (second.Attempt, second.Outcome));
    }

    [Fact]
    public void Events_Of_A_Function_That_Was_Removed_Are_Not_Repeated()
    {
        Host.Put(Function());
        Host.InvokeAsEvent(FunctionArn, Event("throw"));
        NextEnded();

        Clock.WaitForTimer();
        Host.Remove(FunctionArn);
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(InvocationOutcome.Dropped, NextEnded().Outcome);
    }

    [Fact]
    public async Task Reserved_Concurrency_Lets_Events_Wait()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Host.Put(Function() with { ReservedConcurrency = 1 });
        Host.InvokeAsEvent(FunctionArn, Event("wait-for-file", ("path", path)));
        await UntilAsync(() => Host.Logs(FunctionArn).Any(line => line.Text == "waiting"));
        Host.InvokeAsEvent(FunctionArn, Event("describe"));

        Assert.Single(Host.Attempts);
        await File.WriteAllTextAsync(path, "");
        var (first, second) = (NextEnded(), NextEnded());
        File.Delete(path);

        Assert.Equal(first.ProcessId, second.ProcessId);
    }

    [Fact]
    public async Task The_Limit_Of_Processes_Holds_For_All_Functions_And_Idle_Ones_Give_Way()
    {
        Configure = options => options with { MaximumProcesses = 1 };
        const string OtherArn = FunctionArn + "-other";
        Host.Put(Function());
        Host.Put(Function() with { FunctionArn = OtherArn, FunctionName = "test-other" });

        var first = Json(await Host.InvokeAsync(FunctionArn, Event("describe")));
        var other = Json(await Host.InvokeAsync(OtherArn, Event("describe")));
        var again = Json(await Host.InvokeAsync(FunctionArn, Event("describe")));

        Assert.Equal(OtherArn, other["functionArn"]!.GetValue<string>());
        Assert.Equal(1, again["calls"]!.GetValue<int>());
        Assert.NotEqual(first["processId"]!.GetValue<int>(), again["processId"]!.GetValue<int>());
    }

    [Fact]
    public async Task Disposing_Ends_What_Runs_And_Drops_What_Waits()
    {
        Host.Put(Function() with { ReservedConcurrency = 1 });
        Host.InvokeAsEvent(FunctionArn, Event("hang"));
        await UntilAsync(() => Host.Logs(FunctionArn).Any(line => line.Text == "hanging"));
        Host.InvokeAsEvent(FunctionArn, Event("describe"));

        await Host.DisposeAsync();

        Assert.Equal(
            [InvocationOutcome.Crashed, InvocationOutcome.Dropped],
            new[] { NextEnded().Outcome, NextEnded().Outcome }.Order());
    }
}
