using System.Runtime.InteropServices;

namespace BatchResource.Provider.Startup;

/// <summary>
/// The library that .NET uses on Linux for TLS, signatures and hashes. Where it is missing, .NET ends the process the first time that it
/// needs it, and no code can catch that: the function would die before its first event, with no word to CloudFormation. So it is looked
/// for first.
/// </summary>
internal static class OpenSsl
{
    // In the order in which .NET tries them.
    private static readonly string[] Versions = ["3", "1.1", "1.0.2", "1.0.0", "10"];

    /// <summary>What is missing; null when nothing is.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="load">Loads a library, and says whether it is there.</param>
    public static string? Problem(Func<string, string?> environment, Func<string, bool> load)
    {
        var first = environment("CLR_OPENSSL_VERSION_OVERRIDE");
        IEnumerable<string> versions = string.IsNullOrEmpty(first) ? Versions : Versions.Prepend(first);
        return versions.Any(version => load($"libssl.so.{version}"))
            ? null
            : "the function's runtime has no OpenSSL (libssl.so.3), without which the provider can neither sign a call of Bedrock nor use"
                + " HTTPS";
    }

    /// <summary>The same for this process. Elsewhere than on Linux .NET uses what the system has.</summary>
    public static string? Problem() => OperatingSystem.IsLinux()
        ? Problem(Environment.GetEnvironmentVariable, name => NativeLibrary.TryLoad(name, out _))
        : null;
}
