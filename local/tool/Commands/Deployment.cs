using System.Text.Json.Nodes;
using BatchResource.Local.Assemblies;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Ground;
using BatchResource.Local.Tool.Accounts;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary>Runs <c>deploy</c>: shows what happens while it does, and sums it up.</summary>
internal sealed class Deployment(DeploySettings settings, CommandOutput output)
{
    /// <summary>Deploys.</summary>
    /// <returns>The process's exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        RefuseUnknownResources();
        using var progress = StackProgress.Start(output);
        await using var account = await OpenAccount.AtAsync(
            new(settings.StateFolder, settings.Speed)
            {
                Faults = settings.Faults,
                FailingResources = settings.FailingResources,
                SimulateUnknown = settings.SimulateUnknown,
                OnStackEvent = progress.Show,
            },
            cancellation);

        var stack = await account.DeployAsync(settings.Path, settings.Options, cancellation);
        progress.Dispose();
        var jobs = JobsOf(await account.JobsAsync(cancellation), stack);
        if (settings.WaitForJobs)
            jobs = await JobProgress.FollowAsync(account, jobs, output, cancellation);
        var failure = Reached(stack) ? null : await FailureReport.OfAsync(account, stack, cancellation);
        if (output.IsJson)
        {
            var document = StackJson.Of(stack, withEvents: true);
            document["warnings"] = new JsonArray([.. stack.Warnings.Select(warning => JsonValue.Create(warning))]);
            document["jobs"] = JobJson.Of(jobs);
            document["failure"] = failure?.Json();
            output.Json(document);
        }
        else
        {
            Summarize(stack, jobs);
            failure?.Write(output.Terminal);
        }

        var ended = !settings.WaitForJobs || jobs.All(job => job.Status == JobStatus.Completed);
        return Reached(stack) && ended ? ExitCode.Success : ExitCode.Failed;
    }

    /// <summary>A failure that is asked for but never comes would look like a success.</summary>
    private void RefuseUnknownResources()
    {
        if (settings.FailingResources.Count == 0)
            return;
        var stacks = CloudAssembly.Read(settings.Path, Account.Default);
        var wanted = settings.Options.StackName;
        var chosen = stacks.Where(stack => stack.StackName == wanted || stack.ArtifactId == wanted).ToList();
        var known = (chosen.Count > 0 ? chosen : stacks)
            .SelectMany(stack => TemplateReader.Parse(stack.TemplateBody)["Resources"] as JsonObject ?? [])
            .Select(resource => resource.Key)
            .ToHashSet(StringComparer.Ordinal);
        if (settings.FailingResources.Where(logicalId => !known.Contains(logicalId)).ToList() is { Count: > 0 } unknown)
        {
            throw new TemplateException(
                $"--fail: resources [{string.Join(", ", unknown)}] do not exist in the template, which has [{string.Join(", ", known)}]");
        }
    }

    /// <summary>Nothing to do is what was asked for too, as long as the stack is in order.</summary>
    private static bool Reached(StackResult stack) =>
        stack.Succeeded || (stack.Events.Count == 0 && !stack.Status.EndsWith("_FAILED", StringComparison.Ordinal));

    private static IReadOnlyList<ModelInvocationJob> JobsOf(IReadOnlyList<ModelInvocationJob> all, StackResult stack)
    {
        var ids = stack.Resources.Values.Select(resource => resource.PhysicalId).ToHashSet();
        return [.. all.Where(job => ids.Contains(job.JobArn))];
    }

    private void Summarize(StackResult stack, IReadOnlyList<ModelInvocationJob> jobs)
    {
        var terminal = output.Terminal;
        var outcome = stack.Events.Count == 0 ? $"{stack.StackName}: no changes" : $"{stack.StackName} is {stack.Status}";
        terminal.Line(outcome, StatusColor.Of(stack.Status));
        foreach (var warning in stack.Warnings)
            terminal.Line($"Warning: {warning}", "yellow");
        StackTables.WriteOutputs(terminal, stack);
        if (jobs.Count > 0)
            JobTable.Write(terminal, jobs);
    }
}
