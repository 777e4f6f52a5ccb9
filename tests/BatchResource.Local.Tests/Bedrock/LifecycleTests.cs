using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class LifecycleTests : ControlPlaneTest
{
    private static readonly string[] Active = [JobStatus.Submitted, JobStatus.Validating, JobStatus.Scheduled, JobStatus.InProgress];

    [Theory]
    [InlineData(JobEnding.Completed, 4, JobStatus.Completed)]
    [InlineData(JobEnding.PartiallyCompleted, 4, JobStatus.PartiallyCompleted)]
    [InlineData(JobEnding.FailedInProgress, 4, JobStatus.Failed)]
    [InlineData(JobEnding.FailedInValidation, 2, JobStatus.Failed)]
    [InlineData(JobEnding.Expired, 3, JobStatus.Expired)]
    public async Task A_Job_Goes_Through_Its_States_To_The_Ending_It_Was_Told(JobEnding ending, int statesBefore, string last)
    {
        await StartAsync(new BedrockOptions { PlanFor = _ => new JobPlan { Ending = ending } });
        var arn = await CreateJobAsync();

        Clock.Advance(TimeSpan.FromHours(1));

        var job = ControlPlane.Find(arn)!;
        Assert.Equal([.. Active.Take(statesBefore), last], job.History.Select(state => state.Status));
        Assert.Equal(last == JobStatus.Failed ? "An internal error occurred." : null, job.Message);
        Assert.Equal(job.LastModifiedTime, job.EndTime);
    }

    [Fact]
    public async Task Each_State_Lasts_As_Long_As_The_Plan_Says()
    {
        await StartAsync(new BedrockOptions
        {
            PlanFor = _ => new JobPlan
            {
                Submitted = TimeSpan.FromSeconds(1),
                Validating = TimeSpan.FromSeconds(2),
                Scheduled = TimeSpan.FromSeconds(4),
                InProgress = TimeSpan.FromSeconds(8),
            },
        });
        var start = Clock.GetUtcNow();
        var arn = await CreateJobAsync();

        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([0, 1, 3, 7, 15], ControlPlane.Find(arn)!.History.Select(state => (state.At - start).TotalSeconds));
    }

    [Theory]
    [InlineData(JobStatus.Scheduled, JobStatus.Expired)]
    [InlineData(JobStatus.InProgress, JobStatus.PartiallyCompleted)]
    public async Task The_Timeout_Ends_A_Job_By_Whether_It_Had_Begun(string status, string last)
    {
        await StartAsync(new BedrockOptions { PlanFor = _ => JobPlan.Manual });
        var arn = await CreateJobAsync();
        Move(arn, status);

        Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(status, ControlPlane.Find(arn)!.Status);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(last, ControlPlane.Find(arn)!.Status);
    }

    [Fact]
    public async Task A_Test_Can_Move_A_Job_On_By_Itself()
    {
        await StartAsync(new BedrockOptions { PlanFor = _ => JobPlan.Manual });
        var arn = await CreateJobAsync();

        var states = new List<string>();
        for (var i = 0; i < 4; i++)
            states.Add((await ControlPlane.AdvanceAsync(arn)).Status);

        Assert.Equal([JobStatus.Validating, JobStatus.Scheduled, JobStatus.InProgress, JobStatus.Completed], states);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ControlPlane.AdvanceAsync(arn));
    }

    [Fact]
    public async Task A_Plan_Can_Differ_From_Job_To_Job()
    {
        await StartAsync(new BedrockOptions
        {
            PlanFor = job => new JobPlan
            {
                Ending = job.JobName == "bad" ? JobEnding.FailedInValidation : JobEnding.Completed,
                FailureMessage = "told to fail",
            },
        });
        var (good, bad) = (await CreateJobAsync("good"), await CreateJobAsync("bad"));

        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(JobStatus.Completed, ControlPlane.Find(good)!.Status);
        Assert.Equal((JobStatus.Failed, "told to fail"), (ControlPlane.Find(bad)!.Status, ControlPlane.Find(bad)!.Message));
    }
}
