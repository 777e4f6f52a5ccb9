using System.Diagnostics;

namespace BatchResource.Tests.Shared;

/// <summary>Runs a program to its end.</summary>
internal static class CommandLine
{
    /// <summary>The exit code, and everything that the program wrote.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string folder, string program, params string[] arguments) =>
        RunAsync(folder, program, environment: [], arguments);

    /// <summary>The same, with these environment variables besides those of the tests.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder, string program, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test runner's own settings would be taken for the other program's.
        foreach (var name in start.Environment.Keys.Where(IsOfTheRunner).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Whether a program of this name is on the path.</summary>
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));

    private static bool IsOfTheRunner(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("COREHOST", StringComparison.OrdinalIgnoreCase);
}
