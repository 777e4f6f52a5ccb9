using System.Diagnostics;
using BatchResource.Local.Tool.Commands;
using BatchResource.Tests.Shared;

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

        await UnixSignal.SendAsync(signal, served, patience.Token);
        output += await served.StandardOutput.ReadToEndAsync(patience.Token);
        await served.WaitForExitAsync(patience.Token);

        Assert.Equal(ExitCode.Success, served.ExitCode);
        Assert.Contains("Stopped. Everything is kept in ", output, StringComparison.Ordinal);
        Assert.Empty(await served.StandardError.ReadToEndAsync(patience.Token));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Process Serve() => Process.Start(UnixSignal.Interruptible(
        "dotnet", typeof(Server).Assembly.Location, "serve", "--port", "0", "--state", folder))!;
}
