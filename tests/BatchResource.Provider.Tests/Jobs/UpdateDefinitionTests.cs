using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>An Update that changes what the job is, and the rollback of one.</summary>
[Trait("rule", "L11")]
public sealed class UpdateDefinitionTests
{
    private static readonly ResourceVersion First = new(1, Tags: 1);
    private static readonly ResourceVersion Second = new(2, Tags: 2);
    private readonly LifecycleHarness aws = new();

    [Fact]
    public void It_Starts_A_New_Job_And_Leaves_The_Old_One_To_CloudFormations_Clean_Up()
    {
        var old = aws.Created(First);

        var outcome = aws.Update(old.Arn.Value, First, Second);

        Assert.Equal(aws.Bedrock.Jobs[1].Arn.Value, outcome.PhysicalResourceId);
        Assert.True(aws.StatusOf(old).IsActive);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void A_Rollback_Goes_Back_To_The_Job_From_Before_For_Nothing(bool carriesNewId, bool hasCompleted)
    {
        var old = aws.Created(First);
        var replaced = aws.Update(old.Arn.Value, First, Second);
        if (hasCompleted)
        {
            old.Complete(aws.Time.GetUtcNow());
        }

        var outcome = aws.Update(carriesNewId ? replaced.PhysicalResourceId : old.Arn.Value, Second, First);

        Assert.Equal(old.Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
        Assert.Equal("1", old.Tags["version"]);
    }

    [Fact]
    public void A_Job_That_Is_Returned_To_Gets_The_Tags_That_Are_Wanted_Now()
    {
        var old = aws.Created(First);
        var replaced = aws.Update(old.Arn.Value, First, Second);

        var outcome = aws.Update(replaced.PhysicalResourceId, Second, First with { Tags = 3 });

        Assert.Equal(old.Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal("3", old.Tags["version"]);
    }

    [Fact]
    public void A_Rollback_Of_An_Update_That_CloudFormation_Did_Not_See_The_End_Of_Stops_Its_Job()
    {
        var old = aws.Created(First);
        aws.Update(old.Arn.Value, First, Second);

        aws.Update(old.Arn.Value, Second, First);

        Assert.Equal(JobStatus.Stopping, aws.StatusOf(aws.Bedrock.Jobs[1]));
        Assert.True(aws.StatusOf(old).IsActive);
    }

    [Fact]
    public void A_Rollback_Waits_For_The_Update_That_Still_Runs()
    {
        var old = aws.Created(First);
        var update = aws.NewRequest();
        aws.Time.CreateTimer(_ => aws.StartElsewhere(Second, update), null, TimeSpan.FromSeconds(90), Timeout.InfiniteTimeSpan);

        var outcome = aws.Update(old.Arn.Value, Second, First);

        Assert.Null(outcome.FailureReason);
        Assert.Equal(JobStatus.Stopping, aws.StatusOf(aws.Bedrock.Jobs[1]));
    }

    [Fact]
    public void A_Rollback_From_Properties_That_Are_Invalid_Waits_For_Nothing()
    {
        var old = aws.Created(First);
        var before = aws.Time.GetUtcNow();

        aws.Update(old.Arn.Value, previous: null, First);

        Assert.Equal(before, aws.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_Rollback_To_A_Job_That_Failed_Starts_Another_Unless_CloudFormation_Still_Has_The_First(bool carriesNewId)
    {
        var old = aws.Created(First);
        old.Fail(aws.Time.GetUtcNow(), "the input could not be read");
        aws.Time.Advance(TimeSpan.FromMinutes(1));
        var replaced = aws.Update(old.Arn.Value, First, Second);

        aws.Update(carriesNewId ? replaced.PhysicalResourceId : old.Arn.Value, Second, First);

        Assert.Equal(carriesNewId ? 3 : 2, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    public void A_Redelivered_Update_Whose_Job_Ended_In_The_Meantime_Starts_No_Other()
    {
        var old = aws.Created(First);
        var replaced = aws.Update(old.Arn.Value, First, Second);
        var rollback = aws.NewRequest();
        aws.Update(replaced.PhysicalResourceId, Second, First, rollback);
        aws.Time.Advance(TimeSpan.FromSeconds(30));
        old.Fail(aws.Time.GetUtcNow(), "the input could not be read");

        var again = aws.Update(replaced.PhysicalResourceId, Second, First, rollback);

        Assert.Equal(old.Arn.Value, again.PhysicalResourceId);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    public void A_Job_That_A_List_Does_Not_Show_Yet_Is_Not_Paid_For_Again()
    {
        var lagging = new LifecycleHarness(new SimulatedBedrockSwitches { ListLag = TimeSpan.FromSeconds(8) });
        var old = lagging.Created(First);
        var replaced = lagging.Update(old.Arn.Value, First, Second);
        lagging.Update(replaced.PhysicalResourceId, Second, new ResourceVersion(3));

        Assert.Equal(old.Arn.Value, lagging.Update("no-job:x", Second, First).PhysicalResourceId);
        Assert.Equal(3, lagging.Bedrock.Jobs.Count);
    }

    [Fact]
    public void The_Job_That_CloudFormation_Knows_Is_Found_Even_While_No_List_Shows_It()
    {
        var lagging = new LifecycleHarness(new SimulatedBedrockSwitches { ListLag = TimeSpan.FromHours(1) });
        var old = lagging.Created(First);

        var outcome = lagging.Update(old.Arn.Value, previous: null, First);

        Assert.Equal(old.Arn.Value, outcome.PhysicalResourceId);
        Assert.Same(old, lagging.Job);
    }

    [Fact]
    public void A_Job_Of_Another_Resource_Is_Not_Taken_For_Ones_Own()
    {
        var foreign = aws.Created(First with { HasExplicitName = true });
        foreign.Tags.Clear();

        var outcome = aws.Update(foreign.Arn.Value, previous: null, First);

        Assert.NotEqual(foreign.Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    [Trait("rule", "L15b")]
    public void A_Job_That_CloudFormation_Kept_Runs_On_Through_Later_Updates()
    {
        var kept = aws.Created(First);
        aws.Time.Advance(TimeSpan.FromMinutes(1));
        var second = aws.Update(kept.Arn.Value, First, Second);
        aws.Time.Advance(TimeSpan.FromMinutes(1));

        aws.Update(second.PhysicalResourceId, Second, new ResourceVersion(3));

        Assert.True(aws.StatusOf(kept).IsActive);
        Assert.True(aws.StatusOf(aws.Bedrock.Jobs[1]).IsActive);
        Assert.True(aws.StatusOf(aws.Bedrock.Jobs[2]).IsActive);
    }

    [Fact]
    public void A_Late_Redelivery_Leaves_The_Jobs_Of_Later_Events_Alone()
    {
        var old = aws.Created(First);
        var update = aws.NewRequest();
        var second = aws.Update(old.Arn.Value, First, Second, update);
        aws.Delete(old.Arn.Value);
        aws.Update(second.PhysicalResourceId, Second, new ResourceVersion(3));
        aws.Bedrock.Jobs[1].Complete(aws.Time.GetUtcNow());

        aws.Update(old.Arn.Value, First, Second, update);

        Assert.True(aws.StatusOf(aws.Bedrock.Jobs[2]).IsActive);
        Assert.Equal(3, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    [Trait("rule", "L5")]
    public void A_Replacement_That_Keeps_Its_Explicit_Name_Is_Refused_With_What_To_Do()
    {
        var named = First with { HasExplicitName = true };
        var job = aws.Created(named);
        var changed = named with { Revision = "2" };

        var outcome = aws.Update(job.Arn.Value, named, changed);

        Assert.EndsWith(
            "choose another JobName, or leave it out to get a generated name",
            outcome.FailureReason,
            StringComparison.Ordinal);
        Assert.Equal(job.Arn.Value, outcome.PhysicalResourceId);
        Assert.Single(aws.Bedrock.Jobs);
    }

    [Fact]
    [Trait("rule", "L5")]
    public void A_Rollback_To_An_Explicit_Name_Finds_Its_Job_By_The_Tag()
    {
        var named = First with { HasExplicitName = true };
        var old = aws.Created(named);
        var replaced = aws.Update(old.Arn.Value, named, Second with { HasExplicitName = true });

        Assert.Equal(
            old.Arn.Value, aws.Update(replaced.PhysicalResourceId, Second with { HasExplicitName = true }, named).PhysicalResourceId);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    public void A_Failed_Start_Keeps_The_Old_Id_And_The_Old_Job()
    {
        var old = aws.Created(First);
        aws.Service.Fail("CreateModelInvocationJob", JobServiceError.Invalid, message: "Batch inference is not supported");

        var outcome = aws.Update(old.Arn.Value, First, Second);

        Assert.Contains("not supported", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(old.Arn.Value, outcome.PhysicalResourceId);
        Assert.True(aws.StatusOf(old).IsActive);
    }

    [Fact]
    public void An_Update_Of_A_Create_That_Had_Failed_Starts_The_Job()
    {
        var outcome = aws.Update(PhysicalId.NoJob("request-0", null), First, First);

        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    public void Of_Several_Jobs_With_The_Definition_The_Running_One_Is_Taken()
    {
        var completed = aws.Created(First);
        completed.Complete(aws.Time.GetUtcNow());
        aws.Time.Advance(TimeSpan.FromMinutes(1));
        var running = aws.Created(First);
        aws.Time.Advance(TimeSpan.FromMinutes(1));
        var second = aws.Created(Second);

        Assert.Equal(running.Arn.Value, aws.Update(second.Arn.Value, Second, First).PhysicalResourceId);
    }
}
