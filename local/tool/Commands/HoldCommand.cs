using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>hold</c>: the Lambda Runtime API with one event on it, for a provider that is started in a debugger.</summary>
internal static class HoldCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("event") { Description = "A file with CloudFormation's event; its ResponseURL is set here" };
        var port = CommonOptions.Port("The port of the Runtime API on loopback, 0 for one that is free", 9001);
        var command = new Command("hold", "Hold an event ready for a provider that is started in a debugger, and show its answer")
        {
            file, port,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(port), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, int port, CancellationToken cancellation)
    {
        var terminal = Terminal.Standard();
        try
        {
            var payload = JsonNode.Parse(await File.ReadAllTextAsync(file.FullName, cancellation)) as JsonObject
                ?? throw new JsonException($"{file} holds no object");
            return await new HeldEvent(payload, terminal).ServeAsync(port, cancellation);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            terminal.Line(e.Message, "red");
            return ExitCode.Refused;
        }
    }
}
