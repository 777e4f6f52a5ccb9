using System.Collections.Concurrent;
using System.Diagnostics;
using BatchResource.Local;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.CdkCli;

/// <summary>The CDK's command line in the folder of an app. It knows the local AWS by environment variables alone.</summary>
internal sealed class CdkCommand : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private CdkCommand(ProcessStartInfo start)
    {
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, e) => lines.Enqueue(e.Data ?? "");
        process.ErrorDataReceived += (_, e) => lines.Enqueue(e.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has written by now.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>The program that Node.js runs.</summary>
    public static string Path { get; } = RepositoryFiles.PathOf("node_modules/aws-cdk/bin/cdk");

    /// <summary>Whether it has ended by itself.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Starts a command.</summary>
    public static CdkCommand Start(LocalAws aws, string folder, params string[] arguments)
    {
        var start = UnixSignal.Interruptible(["node", Path, .. arguments, "--ci", "--no-notices"]);
        start.WorkingDirectory = folder;
        foreach (var (name, value) in Environment(aws))
            start.Environment[name] = value;
        foreach (var name in new[] { "AWS_PROFILE", "AWS_SESSION_TOKEN", "CI" })
            start.Environment.Remove(name);
        return new(start);
    }

    /// <summary>Runs a command to its end.</summary>
    /// <returns>The exit code, and everything that it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        LocalAws aws, string folder, CancellationToken cancellation, params string[] arguments)
    {
        using var command = Start(aws, folder, arguments);
        return await command.WaitAsync(cancellation);
    }

    /// <summary>Interrupts it, as Ctrl-C in a terminal does, and waits for its end.</summary>
    public async Task<(int ExitCode, string Output)> InterruptAsync(CancellationToken cancellation)
    {
        await UnixSignal.SendAsync("INT", process, cancellation);
        return await WaitAsync(cancellation);
    }

    /// <summary>Ends it if it still runs.</summary>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private async Task<(int ExitCode, string Output)> WaitAsync(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, Output);
    }

    private static Dictionary<string, string> Environment(LocalAws aws) => new()
    {
        ["AWS_ENDPOINT_URL"] = aws.Endpoint.ToString().TrimEnd('/'),
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_REGION"] = "us-east-1",
        ["AWS_CONFIG_FILE"] = "/nonexistent/config",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent/credentials",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["CDK_DISABLE_CLI_TELEMETRY"] = "true",
    };
}
