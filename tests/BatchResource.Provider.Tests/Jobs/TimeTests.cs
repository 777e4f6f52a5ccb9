using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>What the provider waits for, and what it does not.</summary>
public sealed class TimeTests
{
    private static readonly ResourceVersion Version = new(1);

    [Fact]
    [Trait("rule", "L12")]
    public void A_Delete_Waits_Until_The_List_Shows_What_The_Last_Call_Started()
    {
        var options = LifecycleHarness.Options;
        var aws = new LifecycleHarness(new SimulatedBedrockSwitches { ListLag = options.ConsistencyLag });
        var create = aws.NewRequest();
        var lastMoment = options.CreateWindow + options.CallTimeout - TimeSpan.FromMilliseconds(1);
        aws.Time.CreateTimer(_ => aws.StartElsewhere(Version, create), null, lastMoment, Timeout.InfiniteTimeSpan);

        Assert.Null(aws.Delete("nightly-Job-1ABCDEFGHIJKL", version: Version).FailureReason);

        Assert.True(aws.StatusOf(aws.Job).IsCancelled);
    }

    [Fact]
    [Trait("rule", "L9")]
    public void A_Copy_That_Comes_After_The_Window_Does_Not_Say_That_There_Is_No_Job_While_A_Call_May_Be_Under_Way()
    {
        var options = LifecycleHarness.Options;
        var aws = new LifecycleHarness(new SimulatedBedrockSwitches { ListLag = options.ConsistencyLag });
        var request = aws.NewRequest();
        var lastMoment = options.CreateWindow + options.CallTimeout - TimeSpan.FromMilliseconds(1);
        aws.Time.CreateTimer(_ => aws.StartElsewhere(Version, request), null, lastMoment, Timeout.InfiniteTimeSpan);
        aws.Time.Advance(options.CreateWindow + TimeSpan.FromSeconds(1));

        var outcome = aws.Create(Version, request);

        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Theory]
    [InlineData(JobServiceError.Throttled)]
    [InlineData(JobServiceError.NoAnswer)]
    [InlineData(JobServiceError.AccessDenied)]
    [Trait("rule", "L8")]
    public void A_Job_That_Cannot_Be_Described_Does_Not_Keep_CloudFormation_Waiting(object failure)
    {
        var aws = new LifecycleHarness();
        aws.Service.Fail("GetModelInvocationJob", (JobServiceError)failure, times: 1000);
        var before = aws.Time.GetUtcNow();

        var outcome = aws.Create(Version);

        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
        Assert.InRange(aws.Time.GetUtcNow() - before, TimeSpan.Zero, LifecycleHarness.Options.ConsistencyLag);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void A_List_Without_End_Leaves_Time_To_Start_The_Job()
    {
        var aws = new LifecycleHarness(new SimulatedBedrockSwitches { EmptyPages = 100_000, PageTime = TimeSpan.FromMilliseconds(500) });
        var before = aws.Time.GetUtcNow();

        Assert.Null(aws.Create(Version).FailureReason);

        Assert.InRange(
            aws.Time.GetUtcNow() - before, LifecycleHarness.Options.LookTime, LifecycleHarness.Options.LookTime + TimeSpan.FromSeconds(1));
    }

    [Fact]
    [Trait("rule", "L11")]
    public void An_Update_Looks_A_Second_Time_Only_For_What_Is_New()
    {
        var aws = new LifecycleHarness(new SimulatedBedrockSwitches { EmptyPages = 200, PageTime = TimeSpan.FromMilliseconds(500) });
        var old = aws.Created(Version);

        var outcome = aws.Update(old.Arn.Value, Version, new ResourceVersion(2));

        Assert.Equal(aws.Bedrock.Jobs[1].Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void When_The_Calls_Before_The_Start_Take_Too_Long_The_Reason_Says_So()
    {
        var aws = new LifecycleHarness();
        var old = aws.Created(Version);
        aws.Service.Fail("ListModelInvocationJobs", JobServiceError.Throttled, times: 20);

        var outcome = aws.Update(old.Arn.Value, Version, new ResourceVersion(2));

        Assert.Matches(
            "^the start was ready only [0-9]+ s after CloudFormation issued the event, and a job is started only within [0-9]+ s;"
                + " nothing was started, deploy again$",
            outcome.FailureReason);
        Assert.Same(old, aws.Job);
    }
}
