using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Ground;
using BatchResource.Local.Tool.Accounts;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary>Runs the work of a command and turns what it refuses into a message and an exit code.</summary>
internal static class CommandRunner
{
    /// <summary>Runs the work.</summary>
    /// <param name="output">Where the message goes.</param>
    /// <param name="work">Returns the exit code.</param>
    public static async Task<int> RunAsync(CommandOutput output, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is TemplateException or StackException or KeyNotFoundException)
        {
            return Refused(output, e.Message, ExitCode.Refused);
        }
        catch (Exception e) when (e is StateException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Refused(output, e.Message, ExitCode.StateUnusable);
        }
        catch (WatchEndedException e)
        {
            return Refused(output, e.Message, ExitCode.Interrupted);
        }
        catch (OperationCanceledException)
        {
            return Refused(output, "Interrupted. Run the command again to go on from here.", ExitCode.Interrupted);
        }
    }

    private static int Refused(CommandOutput output, string message, int code)
    {
        if (output.IsJson)
            output.Json(new JsonObject { ["error"] = message, ["exitCode"] = code });
        else
            output.Terminal.Line(message, "red");
        return code;
    }
}
