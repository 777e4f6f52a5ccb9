using System.Runtime.InteropServices;

namespace BatchResource.Provider.Startup;

/// <summary>
/// The library that .NET uses on Linux for TLS, signatures and hashes. If it is missing, .NET ends the process when it first needs it, and
/// no code can catch that. The function would end before its first event, without an answer to CloudFormation. So the provider looks for
/// the library first.
/// </summary>
internal static class OpenSsl
{
    // The order in which .NET tries them.
    private static readonly string[] Versions = ["3", "1.1", "1.0.2", "1.0.0", "10"];

    /// <summary>Returns what is missing; null if nothing is.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="load">Loads a library, and returns whether it exists.</param>
    public static string? Problem(Func<string, string?> environment, Func<string, bool> load)
    {
        var first = environment("CLR_OPENSSL_VERSION_OVERRIDE");
        IEnumerable<string> versions = string.IsNullOrEmpty(first) ? Versions : Versions.Prepend(first);
        return versions.Any(version => load($"libssl.so.{version}"))
            ? null
            : "the function's runtime has no OpenSSL (libssl.so.3), and without it the provider can neither sign a call to Bedrock nor use"
                + " HTTPS";
    }

    /// <summary>The same for this process. On other systems than Linux, .NET uses the system's own library.</summary>
    public static string? Problem() => OperatingSystem.IsLinux()
        ? Problem(Environment.GetEnvironmentVariable, name => NativeLibrary.TryLoad(name, out _))
        : null;
}
