using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>
/// Deployments without rollback: CloudFormation keeps what failed, and deletes it with the next operation, before or after what that
/// operation creates.
/// </summary>
[Trait("rule", "L12")]
public sealed class WithoutRollbackTests
{
    private const string Invented = "nightly-Job-1ABCDEFGHIJKL";
    private const string OtherInvented = "nightly-Job-2ABCDEFGHIJKL";
    private static readonly ResourceVersion First = new(1);
    private static readonly ResourceVersion Second = new(2);
    private readonly LifecycleHarness aws = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_Job_Of_The_Retry_Outlives_The_Create_That_Was_Refused(bool keepsRequestId)
    {
        var request = aws.NewRequest();
        aws.Service.Fail("CreateModelInvocationJob", JobServiceError.Invalid, message: "Batch inference is not supported");
        var refused = aws.Create(First, request);
        Later();
        var retry = keepsRequestId ? request with { IssuedAt = aws.Time.GetUtcNow() } : aws.NewRequest();
        Assert.Null(aws.Create(First, retry).FailureReason);
        Later();

        aws.Delete(refused.PhysicalResourceId, version: First);

        Assert.True(aws.StatusOf(aws.Job).IsActive);
    }

    [Fact]
    public void What_A_Create_Of_Unknown_Outcome_Started_Is_Stopped_And_The_Job_Of_The_Retry_Is_Not()
    {
        var request = aws.NewRequest();
        aws.StartElsewhere(First, request);
        var unknown = PhysicalId.UnknownJob(request.RequestId, request.IssuedAt);
        Later();
        aws.Create(Second, request with { IssuedAt = aws.Time.GetUtcNow() });

        aws.Delete(unknown, version: First);

        Assert.True(aws.StatusOf(aws.Bedrock.Jobs[0]).IsCancelled);
        Assert.True(aws.StatusOf(aws.Bedrock.Jobs[1]).IsActive);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("rule", "L9a")]
    public void The_Job_Of_A_Cancelled_Create_Is_Taken_Over_And_Outlives_The_Delete_Of_That_Create(bool keepsRequestId)
    {
        var request = aws.NewRequest();
        var cancelled = aws.Create(First, request);
        Later();
        var retry = keepsRequestId ? request with { IssuedAt = aws.Time.GetUtcNow() } : aws.NewRequest();
        Assert.Equal(cancelled.PhysicalResourceId, aws.Create(First, retry).PhysicalResourceId);
        Later();

        aws.Delete(Invented, version: First);
        aws.Delete(Invented, version: First);

        Assert.True(aws.StatusOf(aws.Job).IsActive);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void A_Job_On_Which_Two_Cancelled_Creates_Count_Ends_With_The_Second_Of_Their_Deletes()
    {
        aws.Created(First);
        Later();
        aws.Create(First);
        Later();

        aws.Delete(Invented, version: First);
        Assert.True(aws.StatusOf(aws.Job).IsActive);
        aws.Delete(OtherInvented, version: First);

        Assert.True(aws.StatusOf(aws.Job).IsCancelled);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void A_Create_That_Is_Delivered_After_A_Later_One_Starts_Nothing_Beside_It()
    {
        var late = aws.NewRequest();
        aws.Time.Advance(TimeSpan.FromSeconds(30));
        var job = aws.Created(First);

        Assert.Equal(
            $"a later event of this resource has started job {job.Arn}; nothing was started", aws.Create(First, late).FailureReason);
        aws.Delete(Invented, version: First);

        Assert.Same(job, aws.Job);
        Assert.True(aws.StatusOf(job).IsActive);
    }

    [Fact]
    public void A_Job_That_A_Later_Event_Went_Back_To_Outlives_A_Late_Delete()
    {
        var old = aws.Created(First);
        Later();
        var replaced = aws.Update(old.Arn.Value, First, Second);
        var late = aws.NewRequest();
        Later();
        aws.Update(replaced.PhysicalResourceId, Second, First);
        Later();

        Assert.Null(aws.Delete(old.Arn.Value, late).FailureReason);

        Assert.True(aws.StatusOf(old).IsActive);
        Assert.Contains("JobLeft", aws.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "L10")]
    public void After_A_Rollback_That_Was_Skipped_Other_Tags_Do_Not_Vouch_For_The_Wrong_Job()
    {
        var first = aws.Created(First);
        Later();
        var second = aws.Update(first.Arn.Value, First, Second);
        Later();

        var outcome = aws.Update(second.PhysicalResourceId, First, First with { Tags = 1 });

        Assert.Equal(first.Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal("1", first.Tags["version"]);
    }

    [Fact]
    [Trait("rule", "L10")]
    public void After_A_Rollback_That_Was_Skipped_A_Job_With_An_Explicit_Name_Is_Told_By_It()
    {
        var first = aws.Created(First);
        var named = Second with { HasExplicitName = true };
        var second = aws.Update(first.Arn.Value, First, named);

        var back = aws.Update(second.PhysicalResourceId, First, First with { Tags = 1 });
        var forth = aws.Update(first.Arn.Value, named, named with { Tags = 1 });

        Assert.Equal(first.Arn.Value, back.PhysicalResourceId);
        Assert.Equal(second.PhysicalResourceId, forth.PhysicalResourceId);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(3000)]
    [Trait("rule", "L11")]
    public void A_Job_That_A_Rollback_Has_Stopped_Is_Never_The_Answer(int secondsToStop)
    {
        var slow = new LifecycleHarness(new SimulatedBedrockSwitches { StopTime = TimeSpan.FromSeconds(secondsToStop) });
        var old = slow.Created(First);
        slow.Time.Advance(TimeSpan.FromMinutes(5));
        var update = slow.NewRequest();
        var undone = slow.Update(old.Arn.Value, First, Second, update);
        slow.Time.Advance(TimeSpan.FromMinutes(5));
        slow.Update(undone.PhysicalResourceId, Second, First);
        slow.Delete(undone.PhysicalResourceId);
        slow.Time.Advance(TimeSpan.FromMinutes(5));

        var again = slow.Update(old.Arn.Value, First, Second, update with { IssuedAt = slow.Time.GetUtcNow() });

        Assert.Null(again.FailureReason);
        Assert.NotEqual(undone.PhysicalResourceId, again.PhysicalResourceId);
        Assert.True(again.Job!.Status.IsActive);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void What_A_List_Still_Shows_As_Running_Is_Looked_At_Before_It_Is_The_Answer()
    {
        var old = aws.Created(First);
        Later();
        var undone = aws.Update(old.Arn.Value, First, Second);
        Later();
        aws.Bedrock.StaleList = aws.Time.GetUtcNow();
        aws.Bedrock.Jobs[1].Stop(aws.Time.GetUtcNow());
        Later();

        var again = aws.Update(old.Arn.Value, First, Second);

        Assert.NotEqual(undone.PhysicalResourceId, again.PhysicalResourceId);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void A_Job_That_Was_Stopped_After_The_Event_Is_Neither_The_Answer_Nor_Replaced()
    {
        var old = aws.Created(First);
        Later();
        var replaced = aws.Update(old.Arn.Value, First, Second);
        Later();
        var rollback = aws.NewRequest();
        aws.Update(replaced.PhysicalResourceId, Second, First, rollback);
        aws.Time.Advance(TimeSpan.FromSeconds(11));
        old.Stop(aws.Time.GetUtcNow());

        var repeated = aws.Update(replaced.PhysicalResourceId, Second, First, rollback);

        Assert.Equal(
            $"job {old.Arn}, which has the wanted definition, was stopped after CloudFormation issued this event; nothing was"
            + " started, deploy again",
            repeated.FailureReason);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void A_Job_Whose_Stop_Ends_While_The_First_Delivery_Is_Under_Way_Is_Replaced()
    {
        var old = aws.Created(First);
        Later();
        var replaced = aws.Update(old.Arn.Value, First, Second);
        Later();
        var back = aws.NewRequest();
        aws.Time.Advance(TimeSpan.FromMilliseconds(900));
        old.Stop(aws.Time.GetUtcNow());

        var again = aws.Update(replaced.PhysicalResourceId, Second, First, back);

        Assert.Null(again.FailureReason);
        Assert.True(again.Job!.Status.IsActive);
        Assert.Equal(3, aws.Bedrock.Jobs.Count);
    }

    private void Later() => aws.Time.Advance(TimeSpan.FromMinutes(5));
}
