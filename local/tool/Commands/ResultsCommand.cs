using System.CommandLine;
using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Tool.Accounts;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>results</c>: what a job has written.</summary>
internal static class ResultsCommand
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        var job = new Argument<string>("job") { Description = "The job's id, ARN or name" };
        var wait = new Option<bool>("--wait") { Description = "Wait until the job has ended" };
        var (speed, state, json) = (CommonOptions.Speed(), CommonOptions.State(), CommonOptions.Json());
        var command = new Command("results", "Write what a job has written: a line of JSON for each record")
        {
            job, wait, speed, state, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var output = CommandOutput.Standard(parsed.GetValue(json));
            return CommandRunner.RunAsync(output, () => WriteAsync(
                parsed.GetRequiredValue(job),
                parsed.GetRequiredValue(state),
                parsed.GetValue(speed),
                parsed.GetValue(wait),
                output,
                cancellation));
        });
        return command;
    }

    private static async Task<int> WriteAsync(
        string id, string state, double speed, bool wait, CommandOutput output, CancellationToken cancellation)
    {
        await using var account = await OpenAccount.AtAsync(new(state, speed), cancellation);
        var jobs = await account.JobsAsync(cancellation);
        var job = jobs.FirstOrDefault(known => known.JobId == id || known.JobArn == id || known.JobName == id)
            ?? throw new KeyNotFoundException($"There is no job {id} in {state}");
        while (wait && !JobStatus.IsTerminal(job.Status))
        {
            await Task.Delay(Interval, cancellation);
            job = (await account.JobsAsync(cancellation)).First(known => known.JobArn == job.JobArn);
        }

        if (!JobStatus.IsTerminal(job.Status))
            throw new KeyNotFoundException($"Job {job.JobId} is {job.Status}: it has no results yet (--wait waits for them)");

        var results = account.ResultsOf(job);
        if (output.IsJson)
        {
            output.Json(new JsonObject
            {
                ["job"] = JobJson.Of(job),
                ["results"] = new JsonArray([.. results.Select(result => result.DeepClone())]),
            });
        }
        else
        {
            WriteLines(job, results, output);
        }
        return job.Status == JobStatus.Completed ? ExitCode.Success : ExitCode.Failed;
    }

    private static void WriteLines(ModelInvocationJob job, IReadOnlyList<JsonObject> results, CommandOutput output)
    {
        foreach (var result in results)
            output.Terminal.Verbatim(result.ToJsonString());
        if (results.Count == 0)
        {
            var nothing = $"Job {job.JobId} is {job.Status} and has written nothing. {job.Message}".TrimEnd();
            output.Terminal.Line(nothing, StatusColor.Of(job.Status));
        }
    }
}
