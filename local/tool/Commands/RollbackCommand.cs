using System.CommandLine;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>rollback</c>: takes a stack back to where it was before a deployment that failed.</summary>
internal static class RollbackCommand
{
    public static Command Create()
    {
        var stack = new Argument<string>("stack") { Description = "The stack's name" };
        var skip = new Option<string[]>("--skip")
        {
            Description = "Logical ids of resources that cannot be brought back and stay as they are, after a rollback that failed",
            AllowMultipleArgumentsPerToken = true,
        };
        var (speed, state, json) = (CommonOptions.Speed(), CommonOptions.State(), CommonOptions.Json());
        var command = new Command("rollback", "Go back from a deployment without rollback, or go on with a rollback that failed")
        {
            stack, skip, speed, state, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var output = CommandOutput.Standard(parsed.GetValue(json));
            return CommandRunner.RunAsync(output, () => StackCommand.RunAsync(
                parsed.GetRequiredValue(state),
                parsed.GetValue(speed),
                output,
                account => account.RollbackAsync(parsed.GetRequiredValue(stack), parsed.GetValue(skip) ?? [], cancellation),
                cancellation));
        });
        return command;
    }
}
