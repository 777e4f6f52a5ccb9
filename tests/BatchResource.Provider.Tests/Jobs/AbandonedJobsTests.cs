using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>A job whose answer did not reach CloudFormation is stopped, unless CloudFormation knows the job all the same.</summary>
[Trait("rule", "L11")]
public sealed class AbandonedJobsTests
{
    private readonly LifecycleHarness aws = new();
    private readonly SimulatedJob job;
    private readonly JobEvent update;

    public AbandonedJobsTests()
    {
        var old = aws.Created(new ResourceVersion(1));
        aws.Time.Advance(TimeSpan.FromMinutes(5));
        update = aws.NewRequest();
        var started = aws.Update(old.Arn.Value, new ResourceVersion(1), new ResourceVersion(2), update).Started;
        job = aws.Bedrock.Jobs.Single(other => other.Arn == started!.Arn);
    }

    [Fact]
    public void It_Is_Stopped()
    {
        aws.Undo(job, update);

        Assert.True(aws.StatusOf(job).IsCancelled);
    }

    [Fact]
    public void It_Runs_On_If_Another_Delivery_Has_Told_CloudFormation_Of_It()
    {
        aws.Record.Add("UPDATE_COMPLETE", job.Arn.Value);

        aws.Undo(job, update);

        Assert.True(aws.StatusOf(job).IsActive);
    }

    [Fact]
    public void It_Runs_On_If_A_Later_Event_Has_Taken_It_Over()
    {
        job.Tags[Claims.AdoptionKey(aws.NewRequest().Mark)] = string.Empty;

        aws.Undo(job, update);

        Assert.True(aws.StatusOf(job).IsActive);
    }

    [Fact]
    [Trait("rule", "L3")]
    public void It_Is_Stopped_Before_The_Time_Runs_Out_If_Bedrock_Does_Not_Tell_Who_Counts_On_It()
    {
        aws.Service.Fail("ListTagsForResource", JobServiceError.Throttled, times: 1000);

        aws.Undo(job, update, deadline: TimeSpan.FromSeconds(8));

        Assert.True(aws.StatusOf(job).IsCancelled);
    }
}
