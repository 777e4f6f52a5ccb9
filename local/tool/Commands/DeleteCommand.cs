using System.CommandLine;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>delete</c>: deletes a stack.</summary>
internal static class DeleteCommand
{
    public static Command Create()
    {
        var stack = new Argument<string>("stack") { Description = "The stack's name" };
        var retain = new Option<string[]>("--retain")
        {
            Description = "Logical ids of resources that stay, after a deletion that failed",
            AllowMultipleArgumentsPerToken = true,
        };
        var (speed, state, json) = (CommonOptions.Speed(), CommonOptions.State(), CommonOptions.Json());
        var command = new Command("delete", "Delete a stack; its jobs are stopped") { stack, retain, speed, state, json };
        command.SetAction((parsed, cancellation) =>
        {
            var (name, folder) = (parsed.GetRequiredValue(stack), parsed.GetRequiredValue(state));
            var output = CommandOutput.Standard(parsed.GetValue(json));
            return CommandRunner.RunAsync(output, () => StackCommand.RunAsync(
                folder,
                parsed.GetValue(speed),
                output,
                async account => await account.DeleteAsync(name, parsed.GetValue(retain) ?? [], cancellation)
                    ?? throw new KeyNotFoundException($"There is no stack {name} in {folder}"),
                cancellation));
        });
        return command;
    }
}
