using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

/// <summary>A runner with a defect neither stops the control plane nor leaves a job behind that never ends.</summary>
public sealed class BatchDefectTests : ControlPlaneTest, IBatchRunner
{
    private bool failsInCheck;

    [Theory]
    [InlineData(true, JobStatus.Scheduled)]
    [InlineData(false, JobStatus.Completed)]
    public async Task A_Runner_That_Throws_Fails_The_Job(bool inCheck, string status)
    {
        failsInCheck = inCheck;
        var arn = await StartJobAsync();

        var job = ControlPlane.Find(arn)!;
        while (job.Status != status && !JobStatus.IsTerminal(job.Status))
            job = await ControlPlane.AdvanceAsync(arn);

        Assert.Equal((JobStatus.Failed, "An internal error occurred: told to throw"), (job.Status, job.Message));
    }

    [Fact]
    public async Task A_Job_That_Was_Stopped_Stays_Stopped_Though_Its_Results_Cannot_Be_Written()
    {
        var arn = await StartJobAsync();
        while (ControlPlane.Find(arn)!.Status != JobStatus.InProgress)
            await ControlPlane.AdvanceAsync(arn);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await StopAsync(arn);

        Assert.Equal((JobStatus.Stopped, null), ((await ControlPlane.AdvanceAsync(arn)).Status, ControlPlane.Find(arn)!.Message));
    }

    Task<InputCheck> IBatchRunner.CheckAsync(ModelInvocationJob job, CancellationToken cancellationToken) =>
        failsInCheck ? throw new InvalidOperationException("told to throw") : Task.FromResult(new InputCheck(100, 0));

    Task<BatchResult> IBatchRunner.RunAsync(ModelInvocationJob job, long records, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("told to throw");

    private async Task<string> StartJobAsync()
    {
        var plan = JobPlan.Manual with { InProgress = TimeSpan.FromMinutes(10) };
        await StartAsync(new BedrockOptions { Runner = this, PlanFor = _ => plan });
        return await CreateJobAsync();
    }
}
