using BatchResource.Local.Tool.Commands;
using Spectre.Console;

namespace BatchResource.Local.Tests.Commands;

/// <summary>
/// Runs a command and takes what it writes to the console, which is one for the whole process: tests that do so are of one collection.
/// </summary>
internal static class CapturedCommand
{
    public static async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        var original = AnsiConsole.Console;
        using var writer = new StringWriter { NewLine = "\n" };
        AnsiConsole.Console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(writer) });
        try
        {
            var code = await CommandLine.RunAsync(args);
            return (code, writer.ToString());
        }
        finally
        {
            AnsiConsole.Console = original;
        }
    }
}
