using System.Diagnostics;
using System.Text.Json.Nodes;
using BatchResource.Bench.Reports;
using BatchResource.Contract;
using BatchResource.Local;
using BatchResource.Local.Bedrock;

namespace BatchResource.Bench.Scale;

/// <summary>
/// Deploys the sample's stack with more and more jobs in it. CloudFormation creates them all at once, so the function runs as often at the
/// same time, each in a process of its own, while Bedrock throttles a part of the calls.
/// </summary>
internal static class DeploymentBenchmark
{
    private const string StackName = "NightlySummaries";
    private const string SampleJob = "Summaries97D24110";
    private const double Throttled = 0.2;

    private static readonly int[] Counts = [1, 10, 50, 100, 200];

    public static async Task<Table> RunAsync(string cloudAssembly, Action<string> report, CancellationToken cancellation)
    {
        var table = new Table("jobs at once", "seconds", "seconds a job", "calls of Bedrock a job", "of them throttled", "jobs that exist");
        foreach (var count in Counts)
        {
            report($"{count} jobs at once");
            var faults = new CountingThrottling(Throttled);
            await using var aws = await LocalAws.StartAsync(
                new() { BedrockFaults = faults, PlanFor = _ => new JobPlan { Scheduled = Timeout.InfiniteTimeSpan } }, cancellation);
            var started = Stopwatch.GetTimestamp();
            var stack = await aws.DeployAsync(
                cloudAssembly, new DeployOptions { StackName = StackName, EditTemplate = template => Multiply(template, count) }, cancellation);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            stack.EnsureSucceeded();
            table.Add(
                $"{count}",
                Figure.Of(seconds),
                Figure.Ratio(seconds / count),
                Figure.Ratio((double)faults.Calls / count),
                Figure.Ratio((double)faults.ThrottledCalls / count),
                $"{aws.Jobs.Count}");
        }
        return table;
    }

    private static void Multiply(JsonObject template, int count)
    {
        var resources = template["Resources"]!.AsObject();
        for (var i = 1; i < count; i++)
        {
            var copy = resources[SampleJob]!.DeepClone();
            copy["Properties"]![PropertyNames.Revision] = $"{i}";
            resources[$"Job{i}"] = copy;
        }
    }
}
