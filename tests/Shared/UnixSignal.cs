using System.Diagnostics;
using System.Globalization;

namespace BatchResource.Tests.Shared;

/// <summary>Signals to programs that a test has started.</summary>
internal static class UnixSignal
{
    /// <summary>
    /// A program that Ctrl-C can end. A shell that runs the tests in the background has them ignore SIGINT, and what they start inherits
    /// that.
    /// </summary>
    public static ProcessStartInfo Interruptible(params string[] command)
    {
        if (OperatingSystem.IsLinux())
        {
            command = ["env", "--default-signal=INT", .. command];
        }

        return new(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    /// <summary>Sends a signal, such as <c>INT</c>.</summary>
    public static async Task SendAsync(string signal, Process process, CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellation);
    }
}
