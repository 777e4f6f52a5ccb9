using System.CommandLine;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Tool.Accounts;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>jobs</c>: lists the jobs, and follows them.</summary>
internal static class JobsCommand
{
    public static Command Create()
    {
        var wait = new Option<bool>("--wait") { Description = "Follow the jobs until all have ended" };
        var (speed, state, json) = (CommonOptions.Speed(), CommonOptions.State(), CommonOptions.Json());
        var command = new Command("jobs", "List every job that ever existed; time has gone on for them since the last command")
        {
            wait, speed, state, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var output = CommandOutput.Standard(parsed.GetValue(json));
            return CommandRunner.RunAsync(output, () => ListAsync(
                parsed.GetRequiredValue(state), parsed.GetValue(speed), parsed.GetValue(wait), output, cancellation));
        });
        return command;
    }

    private static async Task<int> ListAsync(string state, double speed, bool wait, CommandOutput output, CancellationToken cancellation)
    {
        await using var account = await OpenAccount.AtAsync(new(state, speed), cancellation);
        var jobs = await account.JobsAsync(cancellation);
        if (wait)
        {
            await JobProgress.FollowAsync(account, [.. jobs.Where(job => !JobStatus.IsTerminal(job.Status))], output, cancellation);
            jobs = await account.JobsAsync(cancellation);
        }

        if (output.IsJson)
            output.Json(JobJson.Of(jobs));
        else
            JobTable.Write(output.Terminal, jobs);
        return ExitCode.Success;
    }
}
