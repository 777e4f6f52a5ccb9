namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>A test of what works on Linux only.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    private const string OpenSsl = "only on Linux does .NET use OpenSSL, and with it the variables that name libraries and certificates";

    public LinuxFactAttribute(string reason = OpenSsl)
    {
        if (!OperatingSystem.IsLinux())
            Skip = reason;
    }
}
