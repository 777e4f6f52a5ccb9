using System.Globalization;
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

    public CompletionTests()
    {
        job = harness.Aws.Created(new ResourceVersion(1));
        job.Records = new RecordCounts(120, 120, 119, 1);
    }

    public void Dispose() => harness.Dispose();

    [Fact]
    public void Before_The_Condition_A_Running_Job_Is_Only_Watched()
    {
        var before = harness.Aws.Time.GetUtcNow();

        var answer = harness.Create(CompletionHarness.Properties(job));

        Assert.Null(answer.FailureReason);
        Assert.Empty(harness.Signals);
        Assert.Equal(before, harness.Aws.Time.GetUtcNow());
    }

    [Fact]
    public void Before_The_Condition_A_Job_That_Has_Ended_Already_Is_Signalled()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());
        var before = harness.Aws.Time.GetUtcNow();

        var answer = harness.Create(CompletionHarness.Properties(job));

        Assert.Null(answer.FailureReason);
        Assert.Equal(before, harness.Aws.Time.GetUtcNow());
        var signal = Assert.Single(harness.Signals);
        Assert.Equal("SUCCESS", signal.GetProperty("Status").GetString());
        Assert.Equal(job.Arn.Id, signal.GetProperty("UniqueId").GetString());
    }

    [Fact]
    public void Before_The_Condition_A_Signal_That_Is_Not_Taken_Is_A_Failure()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());
        harness.HandleAnswers = HttpStatusCode.Forbidden;

        var answer = harness.Create(CompletionHarness.Properties(job));

        Assert.Contains("did not accept the signal", answer.FailureReason, StringComparison.Ordinal);
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

        Assert.Equal($"end:{job.Arn}:Completed:120:120:119:1", answer.PhysicalResourceId);
        Assert.Equal(
            ["Status=Completed", "TotalRecordCount=120", "ProcessedRecordCount=120", "SuccessRecordCount=119", "ErrorRecordCount=1"],
            answer.Data.Select(entry => $"{entry.Key}={entry.Value}"));
    }

    [Fact]
    public void Behind_The_Condition_A_Job_That_Still_Runs_Means_That_It_Was_Another_Jobs() => Assert.Contains(
        "waited for another job", harness.Create(CompletionHarness.Properties(job, withHandle: false)).FailureReason, StringComparison.Ordinal);

    [Fact]
    [Trait("rule", "L15a")]
    public void The_Reason_Says_How_Many_Succeeded_And_Where_The_Errors_Are()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());
        job.Records = new RecordCounts(120, 120, 0, 120);

        harness.Receive(CompletionHarness.Properties(job));

        var signal = Assert.Single(harness.Signals);
        Assert.Equal("FAILURE", signal.GetProperty("Status").GetString());
        Assert.Equal(
            $"job {job.Arn} is Completed, but only 0 of 120 records succeeded and 120 failed (each error is in its line of the .jsonl.out "
            + $"files in {job.Request.Definition.Output.S3Uri.TrimEnd('/')}/{job.Arn.Id}/): at least 1 must succeed",
            signal.GetProperty("Reason").GetString());
    }

    [Fact]
    [Trait("rule", "L15a")]
    public void Counts_That_Come_A_Moment_After_The_Status_Are_Waited_For()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());
        job.Records = new RecordCounts(0, 0, 0, 0);
        harness.Aws.Time.CreateTimer(
            _ => job.Records = new RecordCounts(120, 120, 120, 0), null, TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);

        harness.Receive(CompletionHarness.Properties(job));

        Assert.Equal("SUCCESS", Assert.Single(harness.Signals).GetProperty("Status").GetString());
    }

    [Fact]
    [Trait("rule", "L15a")]
    public void A_Schedules_Question_Signals_An_End_Whose_Event_Was_Lost()
    {
        harness.Receive(CompletionHarness.Scheduled(job));
        Assert.Empty(harness.Signals);

        job.Complete(harness.Aws.Time.GetUtcNow());
        harness.Receive(CompletionHarness.Scheduled(job));

        Assert.Equal("SUCCESS", Assert.Single(harness.Signals).GetProperty("Status").GetString());
    }

    [Fact]
    [Trait("rule", "L15a")]
    public void A_Schedules_Question_After_The_Condition_Is_Met_Is_No_Failure()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());
        harness.HandleAnswers = HttpStatusCode.Forbidden;

        harness.Receive(CompletionHarness.Scheduled(job));

        Assert.Single(harness.Signals);
    }

    [Fact]
    [Trait("rule", "L15a")]
    public void The_Schedule_Ends_When_Nobody_Waits_Any_More()
    {
        var properties = CompletionHarness.Properties(job);
        properties["Timeout"] = "3600";
        var now = harness.Aws.Time.GetUtcNow();

        var answer = harness.Create(properties);

        var until = DateTimeOffset.Parse(
            answer.Data.Single(entry => entry.Key == CompletionAttributeNames.WatchUntil).Value, CultureInfo.InvariantCulture);
        Assert.InRange(until, now + TimeSpan.FromMinutes(75) - TimeSpan.FromSeconds(1), now + TimeSpan.FromMinutes(80));
    }

    [Fact]
    public void Another_Job_Or_Other_Criteria_Are_Judged_Anew_And_The_Same_Are_Not()
    {
        job.Complete(harness.Aws.Time.GetUtcNow());
        job.Records = new RecordCounts(120, 120, 0, 120);
        var before = CompletionHarness.Properties(job, withHandle: false);
        before["MinimumSuccessRecords"] = "0";
        var stricter = CompletionHarness.Properties(job, withHandle: false);
        var otherTimeout = CompletionHarness.Properties(job, withHandle: false);
        otherTimeout["MinimumSuccessRecords"] = "0";
        otherTimeout["ServiceTimeout"] = "900";

        Assert.Contains("at least 1", harness.Update(stricter, "end:x", before).FailureReason, StringComparison.Ordinal);
        Assert.Null(harness.Update(otherTimeout, "end:x", before).FailureReason);
    }

    [Fact]
    [Trait("rule", "L10")]
    public void A_Job_That_Bedrock_Has_Forgotten_Keeps_What_Was_Reported()
    {
        var properties = CompletionHarness.Properties(job, withHandle: false);
        job.Complete(harness.Aws.Time.GetUtcNow());
        var reported = harness.Create(properties);
        harness.Aws.Service.Fail("GetModelInvocationJob", JobServiceError.NotFound, times: 1000);

        var answer = harness.Update(properties, reported.PhysicalResourceId);

        Assert.Null(answer.FailureReason);
        Assert.Equal(reported.PhysicalResourceId, answer.PhysicalResourceId);
        Assert.Equal(reported.Data, answer.Data);
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
