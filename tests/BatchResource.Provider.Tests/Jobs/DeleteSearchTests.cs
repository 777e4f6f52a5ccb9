using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>How long a Delete looks for what a Create may have started, and what it says of a job that does not stop.</summary>
[Trait("rule", "L12")]
public sealed class DeleteSearchTests
{
    private const string Invented = "nightly-Job-1ABCDEFGHIJKL";
    private static readonly ResourceVersion First = new(1);
    private static readonly ResourceVersion Second = new(2);
    private static readonly TimeSpan Quiet =
        LifecycleHarness.Options.CreateWindow + LifecycleHarness.Options.CallTimeout + LifecycleHarness.Options.ConsistencyLag;

    private readonly LifecycleHarness aws = new();

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void The_Time_In_A_Marker_Says_How_Long_Its_Create_May_Still_Run(int age)
    {
        var marker = PhysicalId.UnknownJob("another-request", aws.Time.GetUtcNow());
        aws.Time.Advance(TimeSpan.FromSeconds(age));

        Assert.InRange(Duration(() => aws.Delete(marker, version: First)) + TimeSpan.FromSeconds(age), Quiet, Quiet.Add(Step));
    }

    [Fact]
    public void Of_A_Create_That_Is_Long_Over_Nothing_Is_Waited_For()
    {
        var marker = PhysicalId.UnknownJob("another-request", aws.Time.GetUtcNow().AddHours(-1));

        Assert.Equal(TimeSpan.Zero, Duration(() => aws.Delete(marker, version: First)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void For_An_Id_That_CloudFormation_Made_Up_The_Time_Of_The_Delete_Counts(int age)
    {
        var request = aws.NewRequest();
        aws.Time.Advance(TimeSpan.FromSeconds(age));

        Assert.InRange(
            Duration(() => aws.Delete(Invented, request, version: First)) + TimeSpan.FromSeconds(age), Quiet, Quiet.Add(Step));
    }

    [Fact]
    public void A_Job_Behind_A_Marker_That_Does_Not_Stop_Fails_The_Delete_And_Is_Named()
    {
        var create = aws.NewRequest();
        _ = aws.StartElsewhere(First, create);
        aws.Service.Fail("StopModelInvocationJob", JobServiceError.Conflict, times: 1000);

        var outcome = aws.Delete(PhysicalId.UnknownJob(create.RequestId, create.IssuedAt), version: First);

        Assert.Equal(
            $"job {aws.Job.Arn} is still running although Bedrock was asked to stop it; delete again", outcome.FailureReason);
        Assert.StartsWith("unknown-job:", outcome.PhysicalResourceId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Job_That_CloudFormation_Was_Never_Told_Of_And_That_Does_Not_Stop_Fails_The_Delete()
    {
        var old = aws.Created(First);
        aws.Record.Add("CREATE_COMPLETE", old.Arn.Value);
        aws.Time.Advance(TimeSpan.FromMinutes(5));
        aws.Record.Add("UPDATE_IN_PROGRESS", old.Arn.Value);
        aws.Update(old.Arn.Value, First, Second);
        aws.Time.Advance(TimeSpan.FromMinutes(5));
        aws.Record.Add("DELETE_IN_PROGRESS", old.Arn.Value);
        aws.Service.Fail("StopModelInvocationJob", JobServiceError.Conflict, times: 1000);

        var outcome = aws.Delete(old.Arn.Value, version: First);

        Assert.Equal(
            $"job {aws.Bedrock.Jobs[1].Arn} is still running although Bedrock was asked to stop it; delete again", outcome.FailureReason);
        Assert.Equal(old.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    [Trait("rule", "L3")]
    public void A_Delete_That_Runs_Out_Of_Time_Names_What_It_Was_For()
    {
        var outcome = aws.Delete(Invented, deadline: TimeSpan.FromSeconds(20), version: First);

        Assert.Contains("delete again", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(Invented, outcome.PhysicalResourceId);
    }

    /// <summary>The look for others is a precaution: where it is not allowed, the job itself is stopped all the same.</summary>
    [Fact]
    public void A_Delete_That_May_Not_List_Stops_Its_Job_And_Tells_What_It_Could_Not_Do()
    {
        var job = aws.Created(First);
        aws.Service.Fail("ListModelInvocationJobs", JobServiceError.AccessDenied, times: 1000, message: "no policy allows it");

        Assert.Null(aws.Delete(job.Arn.Value, version: First).FailureReason);

        Assert.True(aws.StatusOf(job).IsCancelled);
        Assert.Contains("JobsNotLookedFor", aws.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Look_For_Others_That_Does_Not_End_Leaves_Time_To_Stop_The_Job()
    {
        var job = aws.Created(First);
        aws.Service.Fail("ListModelInvocationJobs", JobServiceError.Throttled, times: 1000);

        Assert.Null(aws.Delete(job.Arn.Value, version: First).FailureReason);

        Assert.True(aws.StatusOf(job).IsCancelled);
        Assert.Contains("JobsNotLookedFor", aws.Text, StringComparison.Ordinal);
    }

    private static TimeSpan Step => LifecycleHarness.Options.PollInterval;

    private TimeSpan Duration(Func<JobOutcome> delete)
    {
        var before = aws.Time.GetUtcNow();
        Assert.Null(delete().FailureReason);
        return aws.Time.GetUtcNow() - before;
    }
}
