namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>A test of what works on Linux only.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "only on Linux does .NET use OpenSSL, and with it the variables that name libraries and certificates";
    }
}
