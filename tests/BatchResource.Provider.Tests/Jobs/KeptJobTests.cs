using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>A job that CloudFormation keeps, since its removal policy says so: no event is sent for it, and no other may stop it.</summary>
[Trait("rule", "L15b")]
public sealed class KeptJobTests
{
    private const string Invented = "nightly-Job-1ABCDEFGHIJKL";
    private static readonly ResourceVersion First = new(1);
    private static readonly ResourceVersion Second = new(2);
    private static readonly ResourceVersion Third = new(3);
    private readonly LifecycleHarness aws = new();

    [Fact]
    [Trait("rule", "L9")]
    public void A_Delete_For_A_Create_That_Was_Refused_Leaves_It_Alone()
    {
        var kept = aws.Created(First);
        Later();
        aws.Service.Fail("CreateModelInvocationJob", JobServiceError.Invalid, message: "Batch inference is not supported");
        var refused = aws.Create(Second);

        aws.Delete(refused.PhysicalResourceId, version: Second);

        Assert.True(PhysicalId.IsNoJob(refused.PhysicalResourceId));
        Assert.True(aws.StatusOf(kept).IsActive);
    }

    [Fact]
    [Trait("rule", "L12")]
    public void A_Delete_For_An_Invented_Id_Leaves_It_Alone_When_It_Has_Another_Definition()
    {
        var kept = aws.Created(First);
        Later();
        var cancelled = aws.Created(Second);

        aws.Delete(Invented, version: Second);

        Assert.True(aws.StatusOf(kept).IsActive);
        Assert.True(aws.StatusOf(cancelled).IsCancelled);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void It_Is_Taken_Over_When_It_Is_Put_Back()
    {
        var kept = aws.Created(First);
        Later();

        Assert.Equal(kept.Arn.Value, aws.Create(First).PhysicalResourceId);
        Assert.Same(kept, aws.Job);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void With_An_Explicit_Name_It_Is_Taken_Over_Too()
    {
        var named = First with { HasExplicitName = true };
        var kept = aws.Created(named);
        Later();

        Assert.Equal(kept.Arn.Value, aws.Create(named).PhysicalResourceId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("rule", "L12")]
    public void A_Cancelled_Create_That_Puts_It_Back_Does_Not_Stop_It(bool createComesFirst)
    {
        var old = new LifecycleHarness(new SimulatedBedrockSwitches { RunTime = TimeSpan.FromDays(1) });
        var kept = old.Created(First);
        old.Time.Advance(TimeSpan.FromHours(3));
        var create = old.NewRequest();
        if (createComesFirst)
        {
            old.Create(First, create);
            old.Delete(Invented, version: First);
        }
        else
        {
            // The Create is on its way: it takes the job over and says so while the Delete still looks.
            old.Time.CreateTimer(_ => old.AdoptElsewhere(kept, create), null, TimeSpan.FromSeconds(20), Timeout.InfiniteTimeSpan);
            old.Delete(Invented, version: First);
        }

        Assert.True(old.StatusOf(kept).IsActive);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void A_Create_That_Takes_It_Over_And_Fails_Does_Not_Give_Its_Id_Away()
    {
        var kept = aws.Created(First);
        aws.Service.Fail("GetModelInvocationJob", JobServiceError.Throttled, times: 1000);
        aws.Service.Succeed("GetModelInvocationJob", times: 1);

        var failed = aws.Create(First with { WaitsForValidation = true }, deadline: TimeSpan.FromSeconds(30));
        aws.Delete(failed.PhysicalResourceId, version: First);

        Assert.NotNull(failed.FailureReason);
        Assert.True(aws.StatusOf(kept).IsActive);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void The_Job_Of_An_Update_That_Was_Rolled_Back_Runs_On_Through_The_Next()
    {
        var old = aws.Created(First);
        Later();
        var kept = aws.Update(old.Arn.Value, First, Second);
        Later();
        aws.Update(kept.PhysicalResourceId, Second, First);
        Later();

        aws.Update(old.Arn.Value, First, Third);

        Assert.True(aws.StatusOf(aws.Bedrock.Jobs[1]).IsActive);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void A_Job_That_Was_Gone_Back_To_Is_Not_Older_Than_Those_That_Came_After_It()
    {
        var first = aws.Created(First);
        Later();
        var second = aws.Update(first.Arn.Value, First, Second);
        Later();
        var third = aws.Update(second.PhysicalResourceId, Second, Third);
        Later();
        aws.Update(third.PhysicalResourceId, Third, First);
        Later();

        aws.Update(first.Arn.Value, First, new ResourceVersion(4));

        Assert.Equal(4, aws.Bedrock.ActiveJobs.Count());
    }

    [Fact]
    [Trait("rule", "L11")]
    public void A_Rollback_Does_Not_Stop_An_Older_Job_Of_The_Definition_That_It_Leaves()
    {
        var kept = aws.Created(Second);
        Later();
        var current = aws.Update(kept.Arn.Value, Second, First);
        Later();
        aws.Update(current.PhysicalResourceId, First, Second);
        Later();

        aws.Update(current.PhysicalResourceId, Second, First);

        Assert.True(aws.StatusOf(kept).IsActive);
    }

    private void Later() => aws.Time.Advance(TimeSpan.FromMinutes(5));
}
