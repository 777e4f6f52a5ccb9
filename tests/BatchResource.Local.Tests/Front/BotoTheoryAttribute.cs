using System.Diagnostics;

namespace BatchResource.Local.Tests.Front;

/// <summary>A test that runs boto3, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BotoTheoryAttribute : TheoryAttribute
{
    private static readonly Lazy<bool> IsInstalled = new(() =>
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", "import boto3"]) { RedirectStandardError = true });
            python!.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    public BotoTheoryAttribute()
    {
        if (!IsInstalled.Value)
            Skip = "python3 with boto3 is not installed";
    }
}
