using System.Diagnostics;
using System.Globalization;
using BatchResource.Local.Tool.Commands;

namespace BatchResource.Local.Tests.Commands;

/// <summary>What a process that serves does when it is told to end.</summary>
public sealed class InterruptTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string folder = Directory.CreateTempSubdirectory("batchresource-interrupt-").FullName;

    [UnixTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_Server_That_Is_Told_To_End_Says_So_And_Exits_With_0(string signal)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var served = Serve();
        var output = "";
        while (!output.Contains("AWS_ACCESS_KEY_ID", StringComparison.Ordinal))
            output += await served.StandardOutput.ReadLineAsync(patience.Token) + "\n";

        using var kill = Start("kill", $"-{signal}", served.Id.ToString(CultureInfo.InvariantCulture));
        output += await served.StandardOutput.ReadToEndAsync(patience.Token);
        await served.WaitForExitAsync(patience.Token);

        Assert.Equal(ExitCode.Success, served.ExitCode);
        Assert.Contains("Stopped. Everything is kept in ", output, StringComparison.Ordinal);
        Assert.Empty(await served.StandardError.ReadToEndAsync(patience.Token));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A shell that runs the tests in the background has them ignore SIGINT, and what they start inherits that.</summary>
    private Process Serve()
    {
        string[] command = ["dotnet", typeof(Server).Assembly.Location, "serve", "--port", "0", "--state", folder];
        return OperatingSystem.IsLinux() ? Start("env", ["--default-signal=INT", .. command]) : Start(command[0], command[1..]);
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
