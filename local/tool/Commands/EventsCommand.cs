using System.CommandLine;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>events</c>: shows a stack's history; works beside a deployment that runs.</summary>
internal static class EventsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var stack = new Argument<string>("stack") { Description = "The stack's name" };
        var (state, json) = (CommonOptions.State(), CommonOptions.Json());
        var command = new Command("events", "Show every event of a stack, oldest first; of a deleted stack too") { stack, state, json };
        command.SetAction((parsed, _) =>
        {
            var output = CommandOutput.Standard(parsed.GetValue(json));
            return CommandRunner.RunAsync(output, () => Task.FromResult(
                Show(SavedStacks.Read(parsed.GetRequiredValue(state)).Find(parsed.GetRequiredValue(stack)), output)));
        });
        return command;
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
