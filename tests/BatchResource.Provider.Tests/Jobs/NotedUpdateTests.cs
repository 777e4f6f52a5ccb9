using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>
/// An update notes on the old job what it is about to start, and a Delete that it deletes: each finds the other's note, however their calls
/// are timed.
/// </summary>
[Trait("rule", "L12")]
public sealed class NotedUpdateTests
{
    private static readonly ResourceVersion First = new(1);
    private static readonly ResourceVersion Second = new(2);
    private readonly LifecycleHarness aws = new();

    [Fact]
    public void An_Update_Notes_On_The_Old_Job_What_It_Is_About_To_Start()
    {
        var old = aws.Created(First);
        Later();
        var named = aws.NewRequest();
        aws.Update(old.Arn.Value, First, Second with { HasExplicitName = true }, named);

        var notes = Claims.Read(old.Tags);

        Assert.Equal([named.Mark], notes.Next);
        Assert.Equal(["explicit-2"], notes.NextNames);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_Update_Whose_Job_Is_Deleted_Meanwhile_Starts_Nothing(bool hasEnded)
    {
        var old = aws.Created(First);
        Later();
        if (hasEnded)
        {
            old.Complete(aws.Time.GetUtcNow());
        }

        var update = aws.NewRequest();
        aws.Time.Advance(TimeSpan.FromSeconds(2));
        aws.Time.CreateTimer(
            _ => old.Tags["batchresource:deleted"] = aws.NewRequest().Mark.ToString(),
            null,
            TimeSpan.FromSeconds(3),
            Timeout.InfiniteTimeSpan);

        var outcome = aws.Update(old.Arn.Value, First, Second, update);

        Assert.Contains("nothing was started", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Same(old, aws.Job);
        Assert.Empty(Claims.Read(old.Tags).Next);
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(5, 2)]
    public void A_Late_Delivery_Of_An_Update_Starts_Nothing_When_Its_Job_Was_Stopped_Before_It(int delay, int jobs)
    {
        var old = aws.Created(First);
        Later();
        var update = aws.NewRequest();
        aws.Time.Advance(TimeSpan.FromSeconds(2));
        old.Stop(aws.Time.GetUtcNow());
        aws.Time.Advance(TimeSpan.FromSeconds(delay - 2));

        var outcome = aws.Update(old.Arn.Value, First, Second, update);

        Assert.Equal(jobs == 1, outcome.FailureReason is not null);
        Assert.Equal(jobs, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void An_Update_That_A_Later_One_Has_Overtaken_Starts_Nothing()
    {
        var old = aws.Created(First);
        Later();
        var late = aws.NewRequest();
        aws.Time.Advance(TimeSpan.FromSeconds(10));
        var (key, value) = Claims.NextTag(aws.NewRequest().Mark, null);
        old.Tags[key] = value;

        var outcome = aws.Update(old.Arn.Value, First, Second, late);

        Assert.Contains("another update began", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Same(old, aws.Job);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void An_Update_That_Goes_Back_To_An_Earlier_Job_Overtakes_The_One_That_Is_Still_Under_Way()
    {
        var (kept, current) = Replaced();
        var late = aws.NewRequest();
        aws.Time.Advance(TimeSpan.FromSeconds(20));
        var back = aws.NewRequest();

        Assert.Equal(kept.Arn.Value, aws.Update(current.Arn.Value, Second, First, back).PhysicalResourceId);
        var outcome = aws.Update(current.Arn.Value, Second, new ResourceVersion(3), late);

        Assert.Equal(back.Mark, Claims.Read(current.Tags).Replaced);
        Assert.Contains("another update began", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
        Assert.True(aws.StatusOf(kept).IsActive);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void An_Update_That_Goes_Back_To_An_Earlier_Job_Waits_For_The_One_That_Has_Said_What_It_Starts()
    {
        var (kept, current) = Replaced();
        var earlier = aws.NewRequest();
        var (key, value) = Claims.NextTag(earlier.Mark, null);
        current.Tags[key] = value;
        aws.Time.Advance(TimeSpan.FromSeconds(20));
        aws.Time.CreateTimer(
            _ => aws.StartElsewhere(new ResourceVersion(3), earlier), null, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);

        var outcome = aws.Update(current.Arn.Value, Second, First);

        Assert.Equal(kept.Arn.Value, outcome.PhysicalResourceId);
        Assert.True(aws.StatusOf(aws.Bedrock.Jobs[2]).IsCancelled);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void A_Job_That_Is_Stopped_While_An_Update_Goes_Back_To_It_Is_Not_The_Answer()
    {
        var (kept, current) = Replaced();
        aws.Service.OnCall = operation =>
        {
            if (operation == "TagResource")
            {
                kept.Stop(aws.Time.GetUtcNow());
            }
        };

        var outcome = aws.Update(current.Arn.Value, Second, First);

        Assert.Equal(
            $"job {kept.Arn}, which has the wanted definition, was stopped meanwhile (Stopping); nothing was started, deploy again",
            outcome.FailureReason);
        Assert.Equal(current.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void An_Update_That_A_Later_Event_Has_Overtaken_Stops_Nothing()
    {
        var (kept, current) = Replaced();
        var late = aws.NewRequest();
        aws.Time.Advance(TimeSpan.FromSeconds(20));
        var other = aws.Update(current.Arn.Value, Second, new ResourceVersion(3)).Started!;

        aws.Update(kept.Arn.Value, new ResourceVersion(3), First, late);

        Assert.True(aws.StatusOf(aws.Bedrock.Jobs.Single(job => job.Arn == other.Arn)).IsActive);
        Assert.True(aws.StatusOf(current).IsActive);
    }

    [Fact]
    public void A_Delete_Notes_On_The_Job_That_It_Is_Being_Deleted()
    {
        var old = aws.Created(First);
        var delete = aws.NewRequest();

        aws.Delete(old.Arn.Value, delete);

        Assert.Equal(delete.Mark, Claims.Read(old.Tags).Deleted);
    }

    [Fact]
    public void An_Update_That_Certainly_Started_Nothing_Takes_Its_Note_Back()
    {
        var old = aws.Created(First);
        Later();
        aws.Service.Fail("CreateModelInvocationJob", JobServiceError.Invalid, message: "Batch inference is not supported");
        Assert.NotNull(aws.Update(old.Arn.Value, First, Second).FailureReason);

        Assert.Empty(Claims.Read(old.Tags).Next);
    }

    /// <summary>A first job, which CloudFormation keeps, and the second that is in its place.</summary>
    private (SimulatedJob Kept, SimulatedJob Current) Replaced()
    {
        var kept = aws.Created(First);
        Later();
        var current = aws.Update(kept.Arn.Value, First, Second);
        Later();
        return (kept, aws.Bedrock.Jobs.Single(job => job.Arn.Value == current.PhysicalResourceId));
    }

    private void Later() => aws.Time.Advance(TimeSpan.FromMinutes(5));
}
