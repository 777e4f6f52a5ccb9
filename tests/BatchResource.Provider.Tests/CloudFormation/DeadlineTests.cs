using System.Net;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.CloudFormation;

/// <summary>The answer comes before Lambda would end the function, whatever the resource does with its time.</summary>
[Trait("rule", "L3")]
public sealed class DeadlineTests
{
    private const string Reason = "the function's time ran out before Bedrock had answered; deploy again";

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(900)]
    public void Work_That_Heeds_Its_Deadline_Ends_There(int seconds)
    {
        var timeout = TimeSpan.FromSeconds(seconds);
        var run = Working(heedsCancellation: true).Handle(TestEvent.Payload(), timeout);
        Assert.Equal(Reason, run.TheReason());
        Assert.Equal(InvocationDeadline.From(timeout).Work, run.Duration);
        Assert.Contains("DeadlineReached", run.Captured.Events);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(900)]
    public void Work_That_Ignores_Its_Deadline_Is_Left_Behind(int seconds)
    {
        var timeout = TimeSpan.FromSeconds(seconds);
        var run = Working(heedsCancellation: false).Handle(TestEvent.Payload("Delete"), timeout);
        Assert.Equal("the function's time ran out before Bedrock had answered; delete again", run.TheReason());
        Assert.Equal(InvocationDeadline.From(timeout).Patience, run.Duration);
        Assert.Equal(
            TestEvent.Payload("Delete")["PhysicalResourceId"]!.GetValue<string>(), AnswerBox.Text(run.TheAnswer(), "PhysicalResourceId"));
    }

    [Fact]
    public void What_The_Resource_Answers_At_Its_Deadline_Is_Better_Than_What_Can_Be_Said_Without_It()
    {
        var run = new FunctionRun(time => new StubResource(async (_, token) =>
        {
            await WaitAsync(time, token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            return ResourceAnswer.Failure("job-arn", "job job-arn was still Validating");
        }));
        Assert.Equal("job job-arn was still Validating", run.Handle(TestEvent.Payload()).TheReason());
    }

    [Fact]
    public void The_Answer_Is_Tried_Until_Shortly_Before_The_End_And_Not_Beyond()
    {
        var refusals = Enumerable.Repeat(HttpStatusCode.ServiceUnavailable, 1000).ToArray();
        var run = new FunctionRun(StubResource.Succeeding(), refusals).Handle(TestEvent.Payload(), TimeSpan.FromSeconds(60));
        Assert.Empty(run.Box.Answers);
        Assert.InRange(run.Box.Attempts.Count, 8, 12);
        Assert.Equal(TimeSpan.FromSeconds(57.5), run.Duration);
        Assert.Equal("AnswerLost", run.Captured.Events.Last());
    }

    [Fact]
    public void After_Work_That_Took_All_Its_Time_There_Is_Time_To_Answer_Twice()
    {
        var run = Working(heedsCancellation: false, HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError);
        Assert.Equal(Reason, run.Handle(TestEvent.Payload(), TimeSpan.FromSeconds(10)).TheReason());
        Assert.True(run.Duration < TimeSpan.FromSeconds(10), $"{run.Duration}");
    }

    [Fact]
    public void With_Hardly_Any_Time_Left_The_Answer_Is_Still_Tried()
    {
        var run = Working(heedsCancellation: true).Handle(TestEvent.Payload(), TimeSpan.FromMilliseconds(50));
        Assert.Equal(Reason, run.TheReason());
    }

    private static FunctionRun Working(bool heedsCancellation, params HttpStatusCode[] refusals) => new(
        time => new StubResource(async (_, token) =>
        {
            await WaitAsync(time, heedsCancellation ? token : CancellationToken.None);
            return ResourceAnswer.Success("never", []);
        }),
        refusals);

    private static Task WaitAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromHours(1), time, cancellationToken);
}
