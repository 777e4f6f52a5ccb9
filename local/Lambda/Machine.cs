using System.Runtime.InteropServices;

namespace BatchResource.Local.Lambda;

/// <summary>Which of Lambda's programs a machine runs.</summary>
/// <param name="Name">What it is, such as <c>osx-arm64</c>.</param>
/// <param name="Runs"><c>linux-x64</c> or <c>linux-arm64</c>; null for neither.</param>
internal sealed record Machine(string Name, string? Runs)
{
    /// <summary>What Amazon Linux 2023 has. A program for it needs no newer one.</summary>
    private static readonly Version Glibc = new(2, 34);

    /// <summary>The machine that this runs on.</summary>
    public static Machine Current { get; } = Find();

    private static Machine Find()
    {
        var processor = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        if (!OperatingSystem.IsLinux())
            return new($"{system}-{processor}", null);
        if (GlibcVersion() is not { } version)
            return new($"linux-{processor} without glibc", null);
        return version < Glibc
            ? new($"linux-{processor} with glibc {version}", null)
            : new($"linux-{processor}", $"linux-{processor}");
    }

    private static Version? GlibcVersion()
    {
        try
        {
            return Version.TryParse(Marshal.PtrToStringUTF8(NativeVersion()), out var version) ? version : null;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc.so.6", EntryPoint = "gnu_get_libc_version")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr NativeVersion();
}
