using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>How the events of a stack tell whether CloudFormation knows a job, and for how long they are asked.</summary>
[Trait("rule", "L12")]
public sealed class StackQuestionTests
{
    private static readonly LifecycleOptions Options = new();
    private readonly VirtualTime time = new();
    private readonly LogCapture captured;
    private DateTimeOffset start;

    public StackQuestionTests() => captured = new LogCapture(time);

    private DateTimeOffset Now => time.GetUtcNow();

    [Fact]
    public void The_Record_Names_It_Now() => Assert.True(Ask([Entry("UPDATE_COMPLETE", 0, names: true)]));

    [Fact]
    public void An_Event_Since_Its_Start_Names_It() =>
        Assert.True(Ask([Entry("DELETE_IN_PROGRESS", 0), Entry("UPDATE_COMPLETE", -600, names: true)]));

    [Fact]
    public void An_Event_Of_Another_Resource_Does_Not() => Assert.False(Ask(
        [Entry("DELETE_IN_PROGRESS", 0), Entry("UPDATE_COMPLETE", -600, names: true) with { LogicalResourceId = "Other" }]));

    /// <summary>An hour ago it was started; the event before that is of another job's time, and a long history need not be read.</summary>
    [Theory]
    [InlineData(-3605, true)]
    [InlineData(-3606, false)]
    public void An_Event_Before_Its_Start_Is_Not_Read(int seconds, bool isTold) =>
        Assert.Equal(isTold, Ask([Entry("DELETE_IN_PROGRESS", 0), Entry("CREATE_COMPLETE", seconds, names: true)]));

    [Fact]
    public void What_Comes_After_An_Older_Event_Is_Not_Read_Either() => Assert.False(
        Ask([Entry("DELETE_IN_PROGRESS", 0), Entry("CREATE_COMPLETE", -4000), Entry("UPDATE_COMPLETE", -600, names: true)]));

    [Theory]
    [InlineData(-5, false)]
    [InlineData(-6, null)]
    public void A_History_That_Does_Not_Show_The_Event_Itself_Is_Asked_Again_Until_Time_Is_Up(int latest, bool? isTold)
    {
        Assert.Equal(isTold, Ask([Entry("DELETE_IN_PROGRESS", latest)]));
        Assert.Equal(isTold is null, captured.Text.Contains("CloudFormation did not answer in time", StringComparison.Ordinal));
        Assert.Equal(isTold is null ? Options.CallTimeout : TimeSpan.Zero, Now - start);
    }

    [Fact]
    [Trait("rule", "L3")]
    public void The_End_Of_The_Invocations_Time_Is_Not_Taken_For_CloudFormations_Silence()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(1), time);

        Assert.ThrowsAny<OperationCanceledException>(() => Ask([Entry("DELETE_IN_PROGRESS", -60)], deadline.Token));
        Assert.DoesNotContain("StackNotAsked", captured.Text, StringComparison.Ordinal);
    }

    private bool? Ask(List<StackEntry> events, CancellationToken cancellationToken = default)
    {
        start = Now;
        var job = new OwnedJob(SampleJob.With(JobStatus.InProgress), new JobIdentity(SampleJob.Hash, Now.AddHours(-1)));
        var told = new ToldJobs(new History(events), Options, time, captured.Log);
        return time.Run(() => told.IsToldAsync(new JobEvent(LifecycleHarness.Owner, "request-1", Now), job, cancellationToken));
    }

    private StackEntry Entry(string status, int seconds, bool names = false) => new(
        LifecycleHarness.Owner.LogicalResourceId, SampleJob.Arn(names ? 'a' : 'z').Value, status, Now.AddSeconds(seconds));

    /// <summary>A stack with these events, the latest first, one on each page.</summary>
    private sealed class History(List<StackEntry> events) : IStackRecord
    {
        public Task<StackEntry> DescribeAsync(JobEvent request, CancellationToken cancellationToken) => Task.FromResult(events[0]);

        public Task<StackEventPage> ListEventsAsync(JobEvent request, string? nextToken, CancellationToken cancellationToken)
        {
            var index = nextToken is null ? 0 : int.Parse(nextToken);
            return Task.FromResult(new StackEventPage([events[index]], index + 1 < events.Count ? $"{index + 1}" : null));
        }
    }
}
