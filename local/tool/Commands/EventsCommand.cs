using System.CommandLine;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Tool.Accounts;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>events</c>: shows a stack's history; works beside a deployment that runs.</summary>
internal static class EventsCommand
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public static Command Create()
    {
        var stack = new Argument<string>("stack") { Description = "The stack's name" };
        var (state, json) = (CommonOptions.State(), CommonOptions.Json());
        var follow = new Option<bool>("--follow") { Description = "Go on as events come, until the operation that is under way has ended" };
        var command = new Command("events", "Show every event of a stack, oldest first; of a deleted stack too")
        {
            stack, state, json, follow,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(follow))
                result.AddError("--follow writes a line for each event as it comes: leave --json out, or --follow");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var output = CommandOutput.Standard(parsed.GetValue(json));
            StackResult Read() => SavedStacks.Read(parsed.GetRequiredValue(state)).Find(parsed.GetRequiredValue(stack));
            return CommandRunner.RunAsync(
                output, () => parsed.GetValue(follow) ? FollowAsync(Read, output, cancellation) : Task.FromResult(Show(Read(), output)));
        });
        return command;
    }

    private static async Task<int> FollowAsync(Func<StackResult> read, CommandOutput output, CancellationToken cancellation)
    {
        var lines = new EventLines(output.Terminal);
        lines.Header();
        var shown = 0;
        while (true)
        {
            var stack = read();
            foreach (var e in stack.Events.Skip(shown))
                lines.Write(e);
            shown = stack.Events.Count;
            if (!StackStatus.IsInProgress(stack.Status))
                return ExitCode.Success;
            await Task.Delay(Interval, cancellation);
        }
    }

    private static int Show(StackResult stack, CommandOutput output)
    {
        if (output.IsJson)
        {
            output.Json(StackJson.Events(stack.Events));
            return ExitCode.Success;
        }

        var lines = new EventLines(output.Terminal);
        lines.Header();
        foreach (var e in stack.Events)
            lines.Write(e);
        return ExitCode.Success;
    }
}
