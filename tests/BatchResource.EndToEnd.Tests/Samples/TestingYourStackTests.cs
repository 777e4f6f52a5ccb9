using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Samples;

/// <summary>What docs/testing-your-stack.md shows, on the sample app: tests that somebody would write for a stack of their own.</summary>
public sealed class TestingYourStackTests
{
    [Fact]
    public async Task The_Job_Completes_And_Every_Record_Has_A_Result()
    {
        var cdkOut = await SampleAssembly.FolderAsync;

        await using var aws = await LocalAws.StartAsync(new() { Speed = 600 });
        var stack = (await aws.DeployAsync(cdkOut, "NightlySummaries")).EnsureSucceeded();

        var job = await aws.WaitForJobAsync(stack.Outputs["JobArn"]);

        Assert.Equal(JobStatus.Completed, job.Status);
        Assert.Equal(120, aws.ReadResults(job.JobArn).Count);
    }

    [Fact]
    public async Task A_Deployment_That_Fails_Leaves_No_Job_Running()
    {
        var cdkOut = await SampleAssembly.FolderAsync;

        // A job that had finished by then could not be stopped: this one waits for capacity.
        await using var aws = await LocalAws.StartAsync(new() { PlanFor = _ => new JobPlan { Scheduled = TimeSpan.FromHours(6) } });
        aws.Failures["JobArnParameterD0A3F760"] = new() { Reason = "no such luck" };

        var stack = await aws.DeployAsync(cdkOut, "NightlySummaries");

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Contains(stack.Events, e => e.ResourceStatusReason == "no such luck");
        Assert.Equal(JobStatus.Stopped, Assert.Single(aws.Jobs).Status);
    }

    [Fact]
    public async Task Another_Revision_Is_Another_Job_And_The_Old_One_Is_Stopped()
    {
        var cdkOut = await SampleAssembly.FolderAsync;

        // Jobs that wait for capacity stay active until something stops them.
        await using var aws = await LocalAws.StartAsync(new() { PlanFor = _ => new JobPlan { Scheduled = TimeSpan.FromHours(6) } });
        await aws.DeployAsync(cdkOut, "NightlySummaries");

        var update = await aws.DeployAsync(cdkOut, new DeployOptions
        {
            StackName = "NightlySummaries",
            EditTemplate = template => template["Resources"]!["Summaries97D24110"]!["Properties"]!["Revision"] = "2",
        });

        Assert.Equal(StackStatus.UpdateComplete, update.Status);
        Assert.Equal(2, aws.Jobs.Count);
        Assert.Equal(JobStatus.Stopped, aws.Jobs[0].Status);
        Assert.Equal(aws.Jobs[1].JobArn, update.Outputs["JobArn"]);
    }

    [Fact]
    public async Task Throttling_Makes_No_Second_Job()
    {
        var cdkOut = await SampleAssembly.FolderAsync;

        await using var aws = await LocalAws.StartAsync(new() { BedrockFaults = new RandomThrottling(0.5) });
        var stack = await aws.DeployAsync(cdkOut, "NightlySummaries");

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.Single(aws.Jobs);
    }
}
