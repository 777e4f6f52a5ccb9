namespace BatchResource.Tests.Shared;

/// <summary>A test of Unix signals, skipped where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no signals";
        }
    }
}
