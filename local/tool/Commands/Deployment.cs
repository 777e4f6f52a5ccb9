using BatchResource.Local.Bedrock;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary>Runs <c>deploy</c>: shows what happens while it does, and sums it up.</summary>
internal sealed class Deployment(DeploySettings settings, CommandOutput output)
{
    /// <summary>Deploys.</summary>
    /// <returns>The process's exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var progress = StackProgress.Start(output);
        await using var aws = await LocalAws.StartAsync(
            new()
            {
                StateDirectory = settings.StateFolder,
                Speed = settings.Speed,
                SimulateUnknownTypes = settings.SimulateUnknown,
                BedrockFaults = settings.Faults.Bedrock,
                ResponseFault = settings.Faults.Response,
                OnStackEvent = progress.Show,
            },
            cancellation);
        foreach (var logicalId in settings.FailingResources)
            aws.Failures[logicalId] = new() { Reason = $"Simulated failure of {logicalId} (--fail)" };

        var stack = await aws.DeployAsync(settings.Path, settings.Options, cancellation);
        progress.Dispose();
        var jobs = settings.WaitForJobs ? await JobProgress.FollowAsync(aws, JobsOf(aws, stack), output, cancellation) : JobsOf(aws, stack);
        if (output.IsJson)
        {
            var document = StackJson.Of(stack, withEvents: true);
            document["jobs"] = JobJson.Of(jobs);
            output.Json(document);
        }
        else
        {
            Summarize(stack, jobs);
        }

        var ended = !settings.WaitForJobs || jobs.All(job => job.Status == JobStatus.Completed);
        return Reached(stack) && ended ? ExitCode.Success : ExitCode.Failed;
    }

    /// <summary>Nothing to do is what was asked for too, as long as the stack is in order.</summary>
    private static bool Reached(StackResult stack) => stack.Succeeded || (stack.Events.Count == 0 && !stack.Status.EndsWith("_FAILED", StringComparison.Ordinal));

    private static IReadOnlyList<ModelInvocationJob> JobsOf(LocalAws aws, StackResult stack)
    {
        var ids = stack.Resources.Values.Select(resource => resource.PhysicalId).ToHashSet();
        return [.. aws.Jobs.Where(job => ids.Contains(job.JobArn))];
    }

    private void Summarize(StackResult stack, IReadOnlyList<ModelInvocationJob> jobs)
    {
        var terminal = output.Terminal;
        terminal.Line(stack.Events.Count == 0 ? $"{stack.StackName}: no changes" : $"{stack.StackName} is {stack.Status}", StatusColor.Of(stack.Status));
        StackTables.WriteOutputs(terminal, stack);
        if (jobs.Count > 0)
            JobTable.Write(terminal, jobs);
    }
}
