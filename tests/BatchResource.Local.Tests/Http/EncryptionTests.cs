using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using BatchResource.Local.Ground.Http;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Tests.Http;

/// <summary>TLS, where it is asked for.</summary>
public sealed class EncryptionTests
{
    [Fact]
    public async Task A_Server_With_A_Certificate_Speaks_Tls()
    {
        using var certificate = new LocalCertificate();
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("hello"), certificate: certificate.Certificate);
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new()
            {
                RemoteCertificateValidationCallback = (_, presented, _, problems) =>
                    presented!.GetCertHashString() == certificate.Certificate.GetCertHashString()
                    && problems == SslPolicyErrors.RemoteCertificateChainErrors,
            },
        });

        Assert.Equal("https", server.Endpoint.Scheme);
        Assert.Equal("hello", await client.GetStringAsync(server.Endpoint));
    }

    [Fact]
    public void The_Certificate_Is_Trusted_Beside_Those_That_The_Machine_Trusts()
    {
        using var certificate = new LocalCertificate();
        var bundle = new X509Certificate2Collection();

        bundle.ImportFromPemFile(certificate.Environment["SSL_CERT_FILE"]);

        Assert.Contains(certificate.Certificate.Thumbprint, bundle.Select(trusted => trusted.Thumbprint));
    }
}
