using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation.Stacks;

namespace BatchResource.EndToEnd.Tests.Samples;

/// <summary>A stack of many jobs, all at once, while a fifth of all calls is throttled.</summary>
public sealed class TwoHundredJobsTests
{
    private const string Job = "Summaries97D24110";
    private const int Count = 200;

    [Fact]
    [Trait("rule", "L13")]
    public async Task Two_Hundred_Jobs_In_One_Stack_Are_Exactly_Two_Hundred_Jobs()
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await using var aws = await LocalAws.StartAsync(
            new()
            {
                BedrockFaults = new RandomThrottling(0.2),
                PlanFor = _ => new JobPlan { Scheduled = Timeout.InfiniteTimeSpan },
            },
            guard.Token);

        var stack = await aws.DeployAsync(
            await SampleAssembly.FolderAsync,
            new DeployOptions { StackName = "NightlySummaries", EditTemplate = Multiply },
            guard.Token);

        stack.EnsureSucceeded();
        var owned = stack.Resources.Values.Where(resource => resource.Type == ResourceType.BatchInferenceJob);
        Assert.Equal(Count, aws.Jobs.Count);
        Assert.Equal(aws.Jobs.Select(job => job.JobArn).Order(), owned.Select(resource => resource.PhysicalId!).Order());
    }

    private static void Multiply(JsonObject template)
    {
        var resources = template["Resources"]!.AsObject();
        for (var i = 1; i < Count; i++)
        {
            var copy = resources[Job]!.DeepClone();
            copy["Properties"]!["Revision"] = $"{i}";
            resources[$"Job{i}"] = copy;
        }
    }
}
