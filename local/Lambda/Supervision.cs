using System.Diagnostics;

namespace BatchResource.Local.Lambda;

/// <summary>
/// Has a function's process end with this one, however this one ends. A pipe that nobody writes to ties them together: its end is
/// all that a process that is killed outright still says. A watcher beside the function waits for that and then kills it.
/// </summary>
internal static class Supervision
{
    /// <summary>The function is what the shell turns into, so it keeps the process id that was started, and its exit code.</summary>
    private const string Script = """
        exec 3<&0
        { read -r _ || kill -9 $$; } <&3 3<&- >/dev/null 2>&1 &
        exec "$@" </dev/null 3<&-
        """;

    /// <summary>Starts the program under supervision; on Windows, which has no shell for it, without.</summary>
    public static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments)
    {
        var isSupervised = !OperatingSystem.IsWindows();
        return new(isSupervised ? "/bin/sh" : program, isSupervised ? ["-c", Script, "sh", program, .. arguments] : arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
    }

    /// <summary>Lets the watcher go when the function has ended by itself: its process id may soon be another's.</summary>
    public static void Release(Process process)
    {
        try
        {
            process.StandardInput.WriteLine();
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The watcher was killed together with the function.
        }
    }
}
