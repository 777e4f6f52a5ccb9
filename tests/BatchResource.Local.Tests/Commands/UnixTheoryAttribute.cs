namespace BatchResource.Local.Tests.Commands;

/// <summary>A test of Unix signals, skipped where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no signals";
    }
}
