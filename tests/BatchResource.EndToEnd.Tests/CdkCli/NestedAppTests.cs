using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.CdkCli;

/// <summary>
/// The CDK's own command line against the local AWS, with what an app of some size has: a job in a nested stack, and a template of more than
/// 50 KB.
/// </summary>
public sealed class NestedAppTests : IDisposable
{
    private const string Stack = "Whole";
    private const string Synthesized = "cdk.out";
    private const int LongestBody = 51_200;

    private readonly string folder = Directory.CreateTempSubdirectory("batchresource-cdk-").FullName;
    private readonly CancellationTokenSource guard = new(TimeSpan.FromMinutes(10));

    public void Dispose()
    {
        guard.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [CdkCliFact]
    [Trait("rule", "L4")]
    [Trait("rule", "L11")]
    public async Task An_App_Is_Watched_Deployed_Compared_And_Destroyed_With_One_Job_For_Each_Definition()
    {
        await using var aws = await LocalAws.StartAsync(
            new() { PlanFor = _ => new JobPlan { Scheduled = Timeout.InfiniteTimeSpan } }, guard.Token);
        await SucceedAsync(aws, "bootstrap", "aws://123456789012/us-east-1");
        WriteApp();

        // By default it only swaps code of what exists, so it creates no stack.
        using (var watch = CdkCommand.Start(aws, folder, "watch", Stack, "--hotswap-fallback"))
        {
            await ReachAsync(aws, watch, StackStatus.CreateComplete, jobs: 1);
            SetRevision("2");
            await ReachAsync(aws, watch, StackStatus.UpdateComplete, jobs: 2);
            var (_, output) = await watch.InterruptAsync(guard.Token);
            Assert.Contains("Detected change to 'revision.txt'", output, StringComparison.Ordinal);
        }

        SetRevision("3");
        var diff = await SucceedAsync(aws, "diff", Stack);
        Assert.Contains("[~] Custom::BedrockBatchInferenceJob", diff, StringComparison.Ordinal);
        Assert.Equal(2, aws.Jobs.Count);
        await SucceedAsync(aws, "deploy", Stack, "--app", Synthesized, "--require-approval", "never");
        Assert.Equal(3, aws.Jobs.Count);
        var active = Assert.Single(aws.Jobs, job => !JobStatus.IsTerminal(job.Status));
        Assert.Equal(active.JobArn, aws.Describe(Stack)!.Outputs["JobArn"]);
        Assert.Contains(
            "There were no differences", await SucceedAsync(aws, "diff", Stack, "--app", Synthesized), StringComparison.Ordinal);
        Assert.True(new FileInfo(Path.Combine(folder, Synthesized, $"{Stack}.template.json")).Length > LongestBody);

        await SucceedAsync(aws, "destroy", Stack, "--app", Synthesized, "--force");
        Assert.Equal("CDKToolkit", Assert.Single(aws.Stacks).StackName);
        Assert.Equal(3, aws.Jobs.Count);
        Assert.All(aws.Jobs, job => Assert.Equal(JobStatus.Stopped, job.Status));
    }

    private void WriteApp()
    {
        // .../tests/BatchResource.EndToEnd.Tests/bin/<configuration>/<framework>/
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var app = RepositoryFiles.PathOf($"tests/apps/NestedApp/bin/{output.Parent!.Name}/{output.Name}/NestedApp.dll");
        File.WriteAllText(Path.Combine(folder, "cdk.json"), $$"""{ "app": "dotnet \"{{app}}\"", "watch": { "include": "*.txt" } }""");
        SetRevision("1");
    }

    private void SetRevision(string revision) => File.WriteAllText(Path.Combine(folder, "revision.txt"), revision);

    private async Task ReachAsync(LocalAws aws, CdkCommand watch, string status, int jobs)
    {
        while (aws.Describe(Stack)?.Status != status || aws.Jobs.Count != jobs)
        {
            Assert.False(watch.HasEnded || guard.IsCancellationRequested || HasFailed(watch.Output), watch.Output);
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private static bool HasFailed(string output) =>
        output.Contains("is not authorized", StringComparison.Ordinal) || output.Contains("failed to deploy", StringComparison.Ordinal);

    private async Task<string> SucceedAsync(LocalAws aws, params string[] arguments)
    {
        var (exitCode, output) = await CdkCommand.RunAsync(aws, folder, guard.Token, arguments);
        Assert.True(exitCode == 0, $"cdk {string.Join(' ', arguments)}:\n{output}");
        return output;
    }
}
