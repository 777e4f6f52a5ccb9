using System.Diagnostics;
using BatchResource.Local.Lambda;

namespace BatchResource.Local.Tests.Lambda;

public sealed class SupervisionTests
{
    private const int Killed = 128 + 9;

    [Fact]
    public async Task A_Function_Ends_When_The_Process_That_Started_It_Is_Gone()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var function = Process.Start(Supervision.StartInfo("/bin/sleep", ["600"]))!;

        // What the operating system does with the pipe of a process that is killed.
        function.StandardInput.Close();
        await function.WaitForExitAsync();

        Assert.Equal(Killed, function.ExitCode);
    }

    [Fact]
    public async Task A_Function_Keeps_Its_Exit_Code_And_Reads_No_Input()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var function = Process.Start(Supervision.StartInfo("/bin/sh", ["-c", "read line; exit 7"]))!;

        await function.WaitForExitAsync();
        Supervision.Release(function);

        Assert.Equal(7, function.ExitCode);
    }

    [Fact]
    public async Task A_Watcher_That_Was_Let_Go_Kills_Nothing()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var function = Process.Start(Supervision.StartInfo("/bin/sh", ["-c", "sleep 1; exit 0"]))!;

        Supervision.Release(function);
        await function.WaitForExitAsync();

        Assert.Equal(0, function.ExitCode);
    }
}
