using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace BatchResource.Provider.Startup;

/// <summary>
/// Loads everything for the first TLS connection of a process: OpenSSL, all certificates that the machine trusts, and the beginning of a
/// handshake, which nothing answers. That takes longer than the whole rest of an event.
/// </summary>
internal static class TlsRehearsal
{
    public static async Task RunAsync()
    {
        using (var trusted = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly))
        using (var chain = new X509Chain { ChainPolicy = { RevocationMode = X509RevocationMode.NoCheck } })
        {
            if (trusted.Certificates is [var any, ..])
            {
                chain.Build(any);
            }
        }

        try
        {
            using var tls = new SslStream(new MemoryStream());
            await tls.AuthenticateAsClientAsync("rehearsal.invalid");
        }
        catch (Exception end) when (end is IOException or AuthenticationException)
        {
        }
    }
}
