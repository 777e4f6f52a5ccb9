using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Amazon.Runtime;

namespace BatchResource.Provider.Startup;

/// <summary>
/// Stands for the network in the rehearsal: wherever a connection is made to, its other end is here, and speaks TLS with a certificate of
/// the moment. So everything from the HTTP client down to OpenSSL and the certificates that the machine trusts is gone through, except for
/// the socket.
/// </summary>
internal sealed class RehearsalNetwork : HttpClientFactory, IDisposable
{
    private const string EndOfHeader = "\r\n\r\n";

    private readonly RehearsalServices services;
    private readonly X509Certificate2 certificate;

    public RehearsalNetwork(RehearsalServices services, TimeProvider time)
    {
        this.services = services;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = time.GetUtcNow();
        certificate = new CertificateRequest("CN=rehearsal", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = (_, _) => ValueTask.FromResult(Connect()),
            SslOptions = new SslClientAuthenticationOptions
            {
#pragma warning disable CA5359 // The other end is this process.
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
            },
        });
    }

    /// <summary>A client that has nobody else to speak to.</summary>
    public HttpClient Client { get; }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => Client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose()
    {
        Client.Dispose();
        certificate.Dispose();
    }

    private Stream Connect()
    {
        var (near, far) = RehearsalConnection.Open();
        _ = ServeAsync(far);
        return near;
    }

    /// <summary>Ends with the connection, or with what it does not understand; the other end then sees that it is closed.</summary>
    private async Task ServeAsync(Stream connection)
    {
        await using var tls = new SslStream(connection);
        await tls.AuthenticateAsServerAsync(certificate);
        while (await ReadRequestAsync(tls) is var (method, content))
        {
            var body = services.Respond(method, content);
            await tls.WriteAsync(Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}{EndOfHeader}{body}"));
        }
    }

    private static async Task<(string Method, string Body)?> ReadRequestAsync(SslStream connection)
    {
        var buffer = new byte[16 * 1024];
        var text = string.Empty;
        while (true)
        {
            var count = await connection.ReadAsync(buffer);
            if (count == 0)
            {
                return null;
            }

            text += Encoding.ASCII.GetString(buffer, 0, count);
            var header = text.IndexOf(EndOfHeader, StringComparison.Ordinal);
            var start = header + EndOfHeader.Length;
            if (header >= 0 && text.Length >= start + ContentLength(text.AsSpan(0, header)))
            {
                return (text[..text.IndexOf(' ', StringComparison.Ordinal)], text[start..]);
            }
        }
    }

    private static int ContentLength(ReadOnlySpan<char> header)
    {
        const string Name = "Content-Length: ";
        var start = header.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return 0;
        }

        var value = header[(start + Name.Length)..];
        var end = value.IndexOf('\r');
        return int.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
    }
}
