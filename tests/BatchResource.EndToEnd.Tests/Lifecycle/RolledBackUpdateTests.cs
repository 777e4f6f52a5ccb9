using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Lifecycle;

/// <summary>An update to another model that is rolled back, while the job from before is at work.</summary>
[Trait("rule", "L11")]
public sealed class RolledBackUpdateTests
{
    private const string Neighbour = "JobArnParameterD0A3F760";

    [Fact]
    public async Task The_Job_From_Before_Keeps_What_It_Is_Allowed_And_Completes()
    {
        var before = await SampleAssembly.FolderAsync;
        var after = await SampleAssembly.WithContextAsync("modelId", "amazon.nova-lite-v1:0");
        LocalAws? started = null;
        string? job = null;
        await using var aws = await LocalAws.StartAsync(new()
        {
            PlanFor = _ => new JobPlan { Scheduled = TimeSpan.FromHours(6) },
            OnStackEvent = e =>
            {
                // The new job and its role are there, and nothing is rolled back yet.
                if (job is not null && e is { LogicalResourceId: Neighbour, ResourceStatus: "UPDATE_FAILED" })
                    Complete(started!, job);
            },
        });
        started = aws;
        job = (await aws.DeployAsync(before, "NightlySummaries")).EnsureSucceeded().Outputs["JobArn"];
        aws.Failures[Neighbour] = new() { Reason = "no such luck" };

        var stack = await aws.DeployAsync(after, "NightlySummaries");

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Equal(2, aws.Jobs.Count);
        Assert.Equal(JobStatus.Completed, aws.Jobs[0].Status);
        Assert.Equal(120, aws.ReadResults(job).Count);
        Assert.Equal(job, stack.Outputs["JobArn"]);
    }

    private static void Complete(LocalAws aws, string job)
    {
        while (!JobStatus.IsTerminal(aws.Bedrock.Find(job)!.Status))
            aws.Bedrock.AdvanceAsync(job).GetAwaiter().GetResult();
    }
}
