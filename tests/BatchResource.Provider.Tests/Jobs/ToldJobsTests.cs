using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>
/// What no event tells: whether CloudFormation knows of a job. The clean-up after an update that succeeded and the Delete after one that
/// was cancelled are the same event; CloudFormation's own record tells them apart.
/// </summary>
[Trait("rule", "L12")]
public sealed class ToldJobsTests
{
    private const string Invented = "nightly-Job-1ABCDEFGHIJKL";
    private static readonly ResourceVersion First = new(1);
    private static readonly ResourceVersion Second = new(2);
    private readonly LifecycleHarness aws = new();

    [Fact]
    public void The_Job_Of_A_Cancelled_Update_Does_Not_Outlive_The_Stack()
    {
        var (old, orphan) = CancelledUpdate();
        Later();

        Delete(old);

        Assert.True(aws.StatusOf(old).IsCancelled);
        Assert.True(aws.StatusOf(orphan).IsCancelled);
        Assert.Contains("JobAbandoned", aws.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_Job_Of_An_Update_That_Succeeded_Outlives_The_Clean_Up(bool showsCopies)
    {
        var harness = new LifecycleHarness(showsCopies: showsCopies);
        var old = harness.Created(First);
        harness.Record.Add("CREATE_COMPLETE", old.Arn.Value);
        harness.Time.Advance(TimeSpan.FromMinutes(5));
        harness.Record.Add("UPDATE_IN_PROGRESS", old.Arn.Value);
        var replaced = harness.Update(old.Arn.Value, First, Second);
        harness.Record.Add("UPDATE_COMPLETE", replaced.PhysicalResourceId);
        harness.Record.AddCopy("DELETE_IN_PROGRESS", old.Arn.Value);

        harness.Delete(old.Arn.Value, version: First);

        Assert.True(harness.StatusOf(old).IsCancelled);
        Assert.True(harness.StatusOf(harness.Bedrock.Jobs[1]).IsActive);
    }

    [Fact]
    [Trait("rule", "L3")]
    public void Jobs_That_Take_Long_To_Stop_Are_Stopped_At_Once_And_The_Delete_Succeeds()
    {
        var slow = new LifecycleHarness(new SimulatedBedrockSwitches { StopTime = TimeSpan.FromMinutes(25) });
        var old = slow.Created(First);
        slow.Record.Add("CREATE_COMPLETE", old.Arn.Value);
        foreach (var definition in new[] { 2, 3 })
        {
            slow.Time.Advance(TimeSpan.FromMinutes(5));
            slow.StartElsewhere(new ResourceVersion(definition), slow.NewRequest());
        }

        slow.Time.Advance(TimeSpan.FromMinutes(5));
        slow.Record.Add("DELETE_IN_PROGRESS", old.Arn.Value);

        Assert.Null(slow.Delete(old.Arn.Value, version: First).FailureReason);
        Assert.All(slow.Bedrock.Jobs, job => Assert.True(slow.StatusOf(job).IsCancelled));
    }

    [Fact]
    public void A_Record_That_Does_Not_Show_The_Delete_Itself_Is_Not_Believed()
    {
        var (old, other) = CancelledUpdate();
        aws.Record.Add("UPDATE_COMPLETE", other.Arn.Value);
        aws.Record.AddCopy("DELETE_IN_PROGRESS", old.Arn.Value);
        aws.Record.Add("DELETE_IN_PROGRESS", old.Arn.Value);
        aws.Record.HiddenUntil = aws.Time.GetUtcNow() + TimeSpan.FromSeconds(50);

        aws.Delete(old.Arn.Value, version: First);

        Assert.True(aws.StatusOf(other).IsActive);
    }

    [Fact]
    public void Where_CloudFormation_Cannot_Be_Asked_A_Job_That_It_May_Know_Runs_On()
    {
        var old = aws.Created(First);
        Later();
        aws.Update(old.Arn.Value, First, Second);
        Later();

        Assert.Null(aws.Delete(old.Arn.Value, version: First).FailureReason);

        Assert.True(aws.StatusOf(aws.Bedrock.Jobs[1]).IsActive);
        Assert.Contains("StackNotAsked", aws.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_Delete_Waits_For_A_Cancelled_Update_That_Has_Not_Started_Its_Job_Yet(bool isNamed)
    {
        var wanted = Second with { HasExplicitName = isNamed };
        var old = aws.Created(First);
        aws.Record.Add("CREATE_COMPLETE", old.Arn.Value);
        Later();
        aws.Record.Add("UPDATE_IN_PROGRESS", old.Arn.Value);
        var update = aws.NewRequest();
        var (key, value) = Claims.NextTag(update.Mark, isNamed ? "explicit-2" : null);
        old.Tags[key] = value;

        aws.Time.Advance(TimeSpan.FromSeconds(10));
        aws.Record.Add("UPDATE_FAILED", old.Arn.Value);
        aws.Time.CreateTimer(_ => _ = aws.StartElsewhere(wanted, update), null, TimeSpan.FromSeconds(60), Timeout.InfiniteTimeSpan);
        Delete(old);

        Assert.True(aws.StatusOf(aws.Bedrock.Jobs[1]).IsCancelled);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("rule", "L11")]
    public void An_Update_Waits_For_One_That_Was_Given_Up_And_Has_Not_Started_Its_Job_Yet(int definition)
    {
        var old = aws.Created(First);
        Later();
        var cancelled = aws.NewRequest();
        var (key, value) = Claims.NextTag(cancelled.Mark, null);
        old.Tags[key] = value;
        aws.Time.Advance(TimeSpan.FromSeconds(10));
        aws.Time.CreateTimer(_ => _ = aws.StartElsewhere(Second, cancelled), null, TimeSpan.FromSeconds(60), Timeout.InfiniteTimeSpan);

        var outcome = aws.Update(old.Arn.Value, First, new ResourceVersion(definition));

        var late = aws.Bedrock.Jobs[1];
        Assert.Equal(definition == 2, outcome.PhysicalResourceId == late.Arn.Value);
        Assert.Equal(definition == 2, aws.StatusOf(late).IsActive);
        Assert.Empty(aws.Bedrock.Violations);

        // An Update that starts nothing takes its note back.
        Assert.Equal(definition == 2 ? 1 : 2, Claims.Read(old.Tags).Next.Count);
    }

    [Fact]
    public void A_Delete_Fails_When_Such_A_Job_Cannot_Be_Stopped_And_Names_It()
    {
        var (old, orphan) = CancelledUpdate();
        old.Complete(aws.Time.GetUtcNow());
        aws.Record.Add("DELETE_IN_PROGRESS", old.Arn.Value);
        aws.Service.Fail("StopModelInvocationJob", JobServiceError.AccessDenied, times: 1);

        var failed = aws.Delete(old.Arn.Value, version: First);

        Assert.Equal(old.Arn.Value, failed.PhysicalResourceId);
        Assert.Contains(orphan.Arn.Value, failed.FailureReason, StringComparison.Ordinal);
        Delete(old);
        Assert.True(aws.StatusOf(orphan).IsCancelled);
    }

    [Fact]
    public void A_Job_Of_A_Later_Event_Than_The_Delete_Is_None_Of_Its_Business()
    {
        var old = aws.Created(First);
        var late = aws.NewRequest();
        Later();
        aws.Record.Add("DELETE_IN_PROGRESS", old.Arn.Value);
        var later = aws.Created(Second);

        aws.Delete(old.Arn.Value, late, version: First);

        Assert.True(aws.StatusOf(later).IsActive);
    }

    [Fact]
    [Trait("rule", "L15b")]
    public void A_Young_Job_That_Was_Kept_Outlives_The_Cancelled_Create_That_Puts_It_Back()
    {
        var kept = aws.Created(First);
        aws.Record.Add("CREATE_COMPLETE", kept.Arn.Value);
        aws.Record.Add("DELETE_SKIPPED", kept.Arn.Value);
        Later();
        aws.Record.Add("CREATE_IN_PROGRESS", null);
        aws.Record.Add("CREATE_FAILED", Invented);
        aws.Record.Add("DELETE_IN_PROGRESS", Invented);

        aws.Delete(Invented, version: First);

        Assert.True(aws.StatusOf(kept).IsActive);
    }

    [Fact]
    public void A_Job_That_CloudFormation_Knows_Outlives_The_Delete_Of_A_Cancelled_Create_That_Started_Nothing()
    {
        aws.Record.Add("CREATE_FAILED", Invented);
        Later();
        var job = aws.Created(First);
        aws.Record.Add("CREATE_COMPLETE", job.Arn.Value);
        aws.Record.AddCopy("DELETE_IN_PROGRESS", Invented);

        aws.Delete(Invented, version: First);

        Assert.True(aws.StatusOf(job).IsActive);
    }

    [Fact]
    public void The_Job_Of_A_Cancelled_Create_Is_Stopped_At_Once_When_CloudFormation_Was_Never_Told_Of_It()
    {
        var fresh = new LifecycleHarness(new SimulatedBedrockSwitches { RunTime = TimeSpan.FromDays(1) });
        fresh.Record.Add("CREATE_IN_PROGRESS", null);
        var orphan = fresh.Created(First);
        fresh.Time.Advance(TimeSpan.FromHours(3));
        fresh.Record.Add("DELETE_IN_PROGRESS", Invented);
        var before = fresh.Time.GetUtcNow();

        fresh.Delete(Invented, version: First);

        Assert.True(fresh.StatusOf(orphan).IsCancelled);
        Assert.InRange(fresh.Time.GetUtcNow() - before, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    [Trait("rule", "L11")]
    [Trait("rule", "L15b")]
    public void A_Job_That_Was_Kept_Outlives_A_Rollback_That_Names_The_Old_One()
    {
        var old = aws.Created(First);
        aws.Record.Add("CREATE_COMPLETE", old.Arn.Value);
        Later();
        aws.Record.Add("UPDATE_IN_PROGRESS", old.Arn.Value);
        var kept = aws.Update(old.Arn.Value, First, Second);
        aws.Record.Add("UPDATE_COMPLETE", kept.PhysicalResourceId);
        Later();
        aws.Record.Add("UPDATE_IN_PROGRESS", old.Arn.Value);

        aws.Update(old.Arn.Value, Second, First);

        Assert.True(aws.StatusOf(aws.Bedrock.Jobs[1]).IsActive);
    }

    private (SimulatedJob Old, SimulatedJob Orphan) CancelledUpdate()
    {
        var old = aws.Created(First);
        aws.Record.Add("CREATE_COMPLETE", old.Arn.Value);
        Later();
        aws.Record.Add("UPDATE_IN_PROGRESS", old.Arn.Value);
        aws.Update(old.Arn.Value, First, Second);
        aws.Record.Add("UPDATE_FAILED", old.Arn.Value);
        return (old, aws.Bedrock.Jobs[1]);
    }

    private void Delete(SimulatedJob job)
    {
        aws.Record.Add("DELETE_IN_PROGRESS", job.Arn.Value);
        Assert.Null(aws.Delete(job.Arn.Value, version: First).FailureReason);
    }

    private void Later() => aws.Time.Advance(TimeSpan.FromMinutes(5));
}
