using System.ComponentModel;
using System.Diagnostics;

namespace BatchResource.Bundle;

/// <summary>A program that is run to its end.</summary>
/// <param name="ExitCode">How it ended; -1 when there is no such program.</param>
/// <param name="Output">What it wrote, to both streams.</param>
internal sealed record Tool(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public static Tool Run(string fileName, IEnumerable<string> arguments, string input = "")
    {
        var start = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Tool(process.ExitCode, output + errors.Result);
        }
        catch (Win32Exception e)
        {
            return new Tool(-1, e.Message);
        }
        catch (IOException e)
        {
            // It ended before it had read what it was given.
            return new Tool(-1, e.Message);
        }
    }
}
