using System.Text;
using System.Text.Json;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>What an operator reads of each decision afterwards.</summary>
public sealed class DecisionLogTests
{
    private static readonly ResourceVersion First = new(1, Tags: 1);
    private static readonly ResourceVersion Second = new(2, Tags: 2);
    private readonly LifecycleHarness aws = new();

    [Fact]
    public void A_Create_Tells_That_Its_Job_Is_Used_And_Was_Accepted()
    {
        aws.Created(First);

        Assert.Equal(["JobAccepted", "StartDecided"], Events().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_Create_That_Came_Too_Late_Tells_So()
    {
        var late = aws.NewRequest();
        aws.Time.Advance(TimeSpan.FromMinutes(10));

        var outcome = aws.Create(First, late);

        Assert.Contains("the event reached the provider 6", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Contains("EventTooOld", Events());
    }

    [Fact]
    public void A_Job_That_Cannot_Be_Described_Is_Told_Of()
    {
        aws.Service.Fail("GetModelInvocationJob", JobServiceError.AccessDenied);

        aws.Create(First);

        Assert.Contains("JobNotDescribed", Events());
    }

    [Fact]
    public void A_Call_That_Is_Repeated_Is_Told_Of_Each_Time()
    {
        aws.Service.Fail("CreateModelInvocationJob", JobServiceError.Throttled, times: 3);

        aws.Create(First);

        Assert.Equal(3, Events().Count(name => name == "CallRepeated"));
    }

    [Fact]
    public void A_Delete_Tells_Of_The_Stop_And_Of_The_End()
    {
        var job = aws.Created(First);
        aws.Log.SetLength(0);

        aws.Delete(job.Arn.Value);

        Assert.Equal(["StopRequested", "JobEnded"], Events());
    }

    [Fact]
    public void A_Delete_Of_An_Ended_Job_Tells_That_The_Stop_Was_Refused()
    {
        var job = aws.Created(First);
        job.Complete(aws.Time.GetUtcNow());
        aws.Log.SetLength(0);

        aws.Delete(job.Arn.Value);

        Assert.Equal(["StopRefused", "JobEnded"], Events());
    }

    [Fact]
    public void A_Delete_Of_A_Job_That_Stops_Slowly_Tells_That_Its_End_Was_Not_Seen()
    {
        var slow = new LifecycleHarness(new SimulatedBedrockSwitches { StopTime = TimeSpan.FromHours(1) });
        var job = slow.Created(First);

        Assert.Null(slow.Delete(job.Arn.Value).FailureReason);

        var last = EventsOf(slow)[^1];
        Assert.Equal("EndNotSeen", last.GetProperty("event").GetString());
        Assert.Contains("it is still stopping", last.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Delete_Of_An_Id_That_Bedrock_Does_Not_Know_Tells_That_It_Looks_For_Jobs()
    {
        aws.Delete("nightly-Job-1ABCDEFGHIJKL");

        Assert.Contains("LookingForJobs", Events());
    }

    [Fact]
    public void A_Delete_Whose_Look_At_The_End_Is_Refused_Tells_Why()
    {
        var slow = new LifecycleHarness(new SimulatedBedrockSwitches { StopTime = TimeSpan.FromHours(1) });
        var job = slow.Created(First);
        slow.Service.Succeed("GetModelInvocationJob", 2);
        slow.Service.Fail("GetModelInvocationJob", JobServiceError.AccessDenied, message: "not authorized to look");

        Assert.Null(slow.Delete(job.Arn.Value).FailureReason);

        Assert.Contains("EndNotSeen", slow.Text, StringComparison.Ordinal);
        Assert.Contains("not authorized to look", slow.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Create_That_Takes_A_Job_Over_Tells_Which()
    {
        aws.Created(First);
        aws.Time.Advance(TimeSpan.FromMinutes(5));
        aws.Log.SetLength(0);

        aws.Create(First);

        var reused = EventsOf(aws).Single(line => line.GetProperty("event").ValueEquals("JobReused"));
        Assert.Equal(aws.Job.Arn.Value, reused.GetProperty("jobArn").GetString());
        Assert.Equal("Adopt", reused.GetProperty("decision").GetString());
    }

    [Fact]
    public void A_Rollback_Tells_Which_Job_It_Goes_Back_To_And_Which_It_Gives_Up()
    {
        var old = aws.Created(First);
        aws.Update(old.Arn.Value, First, Second);
        aws.Log.SetLength(0);

        aws.Update(old.Arn.Value, Second, First);

        Assert.Contains("JobReused", Events());
        Assert.Contains("JobAbandoned", Events());
    }

    [Fact]
    public void A_Job_That_Could_Not_Be_Given_Up_Is_Told_Of()
    {
        var old = aws.Created(First);
        aws.Update(old.Arn.Value, First, Second);
        aws.Service.Fail("StopModelInvocationJob", JobServiceError.AccessDenied);

        aws.Update(old.Arn.Value, Second, First);

        Assert.Contains("JobNotAbandoned", Events());
    }

    private string[] Events() => [.. EventsOf(aws).Select(line => line.GetProperty("event").GetString()!)];

    private static JsonElement[] EventsOf(LifecycleHarness harness) =>
        [.. Encoding.UTF8.GetString(harness.Log.ToArray()).Split('\n')[..^1].Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
}
