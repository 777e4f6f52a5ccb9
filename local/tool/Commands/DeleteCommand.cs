using System.CommandLine;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>delete</c>: deletes a stack.</summary>
internal static class DeleteCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var stack = new Argument<string>("stack") { Description = "The stack's name" };
        var (speed, state, json) = (CommonOptions.Speed(), CommonOptions.State(), CommonOptions.Json());
        var command = new Command("delete", "Delete a stack; its jobs are stopped") { stack, speed, state, json };
        command.SetAction((parsed, cancellation) =>
        {
            var output = CommandOutput.Standard(parsed.GetValue(json));
            return CommandRunner.RunAsync(output, () => DeleteAsync(
                parsed.GetRequiredValue(stack), parsed.GetRequiredValue(state), parsed.GetValue(speed), output, cancellation));
        });
        return command;
    }

    private static async Task<int> DeleteAsync(string name, string state, double speed, CommandOutput output, CancellationToken cancellation)
    {
        using var progress = StackProgress.Start(output);
        await using var aws = await LocalAws.StartAsync(
            new() { StateDirectory = state, Speed = speed, OnStackEvent = progress.Show }, cancellation);
        var stack = await aws.DeleteAsync(name, cancellation) ?? throw new KeyNotFoundException($"There is no stack {name} in {state}");
        progress.Dispose();
        if (output.IsJson)
            output.Json(StackJson.Of(stack, withEvents: true));
        else
            output.Terminal.Line($"{stack.StackName} is {stack.Status}", StatusColor.Of(stack.Status));
        return stack.Succeeded ? ExitCode.Success : ExitCode.Failed;
    }
}
