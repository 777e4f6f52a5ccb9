using System.Diagnostics;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Tool.Commands;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Lifecycle;

/// <summary>
/// Ctrl-C while the provider's Create runs. The next deployment takes back what there is of it, and the provider does not look out for an
/// invocation that ended with its host.
/// </summary>
[Trait("rule", "L12")]
public sealed class InterruptedDeployTests : IDisposable
{
    private const string Job = "Summaries97D24110";
    private const string Window = "BATCHRESOURCE_CREATE_WINDOW";

    private readonly string folder = Directory.CreateTempSubdirectory("batchresource-interrupted-").FullName;
    private readonly CancellationTokenSource guard = new(TimeSpan.FromMinutes(5));

    private string State => Path.Combine(folder, "state");

    public void Dispose()
    {
        guard.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [UnixTheory]
    [InlineData("throttling=100%", 0)]
    [InlineData("response=100%", 1)]
    public async Task The_Next_Deployment_Makes_One_Job_And_Waits_For_No_Invocation_Of_Before(string fault, int before)
    {
        var assembly = await SampleAssembly.FolderAsync;
        using (var deploy = Start("deploy", assembly, "--stack", SampleStack.Name, "--state", State, "--fault", fault))
        {
            var (output, error) = (deploy.StandardOutput.ReadToEndAsync(guard.Token), deploy.StandardError.ReadToEndAsync(guard.Token));
            await UntilAsync(() => IsCreating() && Jobs() >= before);
            await UnixSignal.SendAsync("INT", deploy, guard.Token);
            await deploy.WaitForExitAsync(guard.Token);
            Assert.True(deploy.ExitCode == ExitCode.Interrupted, await output + await error);
        }

        var windows = new List<(string Status, string? Window)>();
        LocalAws? aws = null;
        await using var opened = aws = await LocalAws.StartAsync(
            new()
            {
                StateDirectory = State,
                PlanFor = _ => new JobPlan { Scheduled = Timeout.InfiniteTimeSpan },
                OnStackEvent = e =>
                {
                    if (e.LogicalResourceId == Job)
                        windows.Add((e.ResourceStatus, aws!.Lambda.Functions.Single().Environment.GetValueOrDefault(Window)));
                },
            },
            guard.Token);
        Assert.Equal(before, aws.Jobs.Count);

        var stack = await aws.DeployAsync(assembly, SampleStack.Name, guard.Token);

        stack.EnsureSucceeded();
        Assert.Equal(("DELETE_IN_PROGRESS", "5"), windows.Single(told => told.Status == "DELETE_IN_PROGRESS"));
        Assert.All(windows.SkipWhile(told => told.Status != "DELETE_COMPLETE").Skip(1), told => Assert.Null(told.Window));
        Assert.Equal(before + 1, aws.Jobs.Count);
        Assert.Equal(stack.Resources[Job].PhysicalId, aws.Jobs[^1].JobArn);
        Assert.All(aws.Jobs.SkipLast(1), job => Assert.True(JobStatus.IsTerminal(job.Status), job.Status));
    }

    private bool IsCreating()
    {
        var file = Path.Combine(State, "stacks", $"{SampleStack.Name}.jsonl");
        return File.Exists(file) && File.ReadLines(file).Any(line =>
            line.Contains($"\"logicalResourceId\":\"{Job}\"", StringComparison.Ordinal)
            && line.Contains("\"resourceStatus\":\"CREATE_IN_PROGRESS\"", StringComparison.Ordinal));
    }

    /// <summary>At least how many jobs there are: the journal cannot be read while it is written.</summary>
    private int Jobs() => new FileInfo(Path.Combine(State, "jobs.jsonl")) is { Exists: true, Length: > 0 } ? 1 : 0;

    private async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(50, guard.Token);
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(UnixSignal.Interruptible(["dotnet", typeof(ExitCode).Assembly.Location, .. arguments]))!;
}
