using System.Net;
using System.Text.Json;
using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Completion;

/// <summary>What a deployment that waits for the end of a job is told, and when.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly CompletionHarness harness = new();
    private readonly SimulatedJob job;

    public CompletionTests() => job = harness.Aws.Created(new ResourceVersion(1));

    public void Dispose() => harness.Dispose();

    [Fact]
    public void Before_The_Condition_A_Running_Job_Is_Only_Watched()
    {
        var answer = harness.Create(CompletionHarness.Properties(job));

        Assert.Null(answer.FailureReason);
        Assert.Empty(harness.Signals);
    }

    [Fact]
    public void Before_The_Condition_A_Job_That_Has_Ended_Already_Is_Signalled()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());

        var answer = harness.Create(CompletionHarness.Properties(job));

        Assert.Null(answer.FailureReason);
        var signal = Assert.Single(harness.Signals);
        Assert.Equal("SUCCESS", signal.GetProperty("Status").GetString());
        Assert.Equal(job.Arn.Id, signal.GetProperty("UniqueId").GetString());
    }

    [Fact]
    public void Before_The_Condition_A_Signal_That_Is_Not_Taken_Is_A_Failure()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());
        harness.HandleAnswers = HttpStatusCode.Forbidden;

        Assert.Contains("did not take the signal", harness.Create(CompletionHarness.Properties(job)).FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Update_Does_Not_Stumble_Over_A_Handle_Whose_Time_Is_Over()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());
        harness.HandleAnswers = HttpStatusCode.Forbidden;

        var answer = harness.Update(CompletionHarness.Properties(job), $"watch:{job.Arn}");

        Assert.Null(answer.FailureReason);
        Assert.Single(harness.Signals);
    }

    [Fact]
    public void Behind_The_Condition_The_End_Is_Reported()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());

        var answer = harness.Create(CompletionHarness.Properties(job, withHandle: false));

        Assert.Equal($"end:{job.Arn}", answer.PhysicalResourceId);
        Assert.Equal("Completed", answer.Data.Single(entry => entry.Key == CompletionAttributeNames.Status).Value);
        Assert.Equal(5, answer.Data.Count);
    }

    [Fact]
    public void Behind_The_Condition_A_Job_That_Still_Runs_Means_That_It_Was_Another_Jobs() => Assert.Contains(
        "another job's", harness.Create(CompletionHarness.Properties(job, withHandle: false)).FailureReason, StringComparison.Ordinal);

    [Theory]
    [InlineData("Completed", false, true)]
    [InlineData("Completed", true, true)]
    [InlineData("PartiallyCompleted", false, false)]
    [InlineData("PartiallyCompleted", true, true)]
    [InlineData("Failed", true, false)]
    [InlineData("Stopped", true, false)]
    [InlineData("Expired", true, false)]
    public void Only_Completed_Is_Success_And_PartiallyCompleted_Where_It_Is_Accepted(string status, bool accepts, bool isSuccess)
    {
        var end = JobEnd.Of(job.At(harness.Aws.Time.GetUtcNow(), withToken: true) with { Status = new JobStatus(status) }, accepts);

        Assert.True(end.HasEnded);
        Assert.Equal(isSuccess, end.FailureReason is null);
    }

    [Fact]
    public void The_Event_Of_The_End_Signals_The_Condition_With_Bedrocks_Words()
    {
        job.Fail(harness.Aws.Time.GetUtcNow(), "the input could not be read");

        harness.Receive(CompletionHarness.Properties(job));

        var signal = Assert.Single(harness.Signals);
        Assert.Equal("FAILURE", signal.GetProperty("Status").GetString());
        Assert.Contains("the input could not be read", signal.GetProperty("Reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Event_That_Get_Does_Not_Confirm_Is_Left_To_Lambda_To_Deliver_Again()
    {
        Assert.Throws<InvalidOperationException>(() => harness.Receive(CompletionHarness.Properties(job)));
        Assert.Empty(harness.Signals);
    }

    [Fact]
    public void An_Event_That_Comes_Before_Get_Shows_The_End_Waits_For_It()
    {
        harness.Aws.Time.CreateTimer(
            _ => job.Complete(harness.Aws.Time.GetUtcNow()), null, TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);

        harness.Receive(CompletionHarness.Properties(job));

        Assert.Single(harness.Signals);
    }

    [Fact]
    public void A_Signal_That_Is_Not_Taken_Is_Left_To_Lambda_To_Deliver_Again()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());
        harness.HandleAnswers = HttpStatusCode.Forbidden;

        Assert.Throws<InvalidOperationException>(() => harness.Receive(CompletionHarness.Properties(job)));
    }

    [Fact]
    public void Nothing_Of_The_Handle_Is_Logged_Or_Answered_Even_When_The_Properties_Are_Wrong()
    {
        var properties = CompletionHarness.Properties(job);
        properties["WaitHandel"] = CompletionHarness.Handle;
        properties["JobArn"] = CompletionHarness.Handle;

        var answer = harness.Create(properties);
        harness.Receive(properties);

        Assert.Contains("WaitHandel", answer.FailureReason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.FailureReason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", harness.Logged, StringComparison.Ordinal);
        Assert.Contains("EventUnreadable", harness.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleting_It_Touches_Nothing()
    {
        var calls = harness.Aws.CallsDuring(() => Assert.Null(harness.Delete($"end:{job.Arn}").FailureReason));

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("""{"WaitHandle":"https://x","JobArn":"y"}""", true)]
    [InlineData("""{"RequestType":"Create","WaitHandle":"https://x"}""", false)]
    [InlineData("""{"JobArn":"y"}""", false)]
    [InlineData("""{"\ud800":1,"WaitHandle":"https://x","JobArn":"y","\udc00":1}""", true)]
    [InlineData("""{"\ud800":1,"RequestType":"Create","WaitHandle":"https://x","\udc00":1}""", false)]
    [InlineData("[]", false)]
    public void The_Event_Is_Told_From_CloudFormations(string payload, bool isCompletion) =>
        Assert.Equal(isCompletion, CompletionEvent.IsIn(JsonDocument.Parse(payload).RootElement));
}
