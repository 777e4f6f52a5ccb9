using BatchResource.Local.CloudFormation;
using BatchResource.Local.Tool.Accounts;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary>Runs one operation on a stack: shows its events as they happen, and where it ends.</summary>
internal static class StackCommand
{
    /// <summary>Runs the operation.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(
        string state, double speed, CommandOutput output, Func<IAccount, Task<StackResult>> operate, CancellationToken cancellation)
    {
        using var progress = StackProgress.Start(output);
        await using var account = await OpenAccount.AtAsync(new(state, speed) { OnStackEvent = progress.Show }, cancellation);
        var stack = await operate(account);
        progress.Dispose();
        if (output.IsJson)
            output.Json(StackJson.Of(stack, withEvents: true));
        else
            output.Terminal.Line($"{stack.StackName} is {stack.Status}", StatusColor.Of(stack.Status));
        return stack.Succeeded || stack.Status is StackStatus.RollbackComplete or StackStatus.UpdateRollbackComplete
            ? ExitCode.Success
            : ExitCode.Failed;
    }
}
