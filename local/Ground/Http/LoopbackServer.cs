using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BatchResource.Local.Ground.Http;

/// <summary>
/// ASP.NET Core's own server on the loopback interface, without the hosting around it: no configuration files, no signal handlers,
/// and ready within milliseconds, since every execution environment of a function gets one.
/// </summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    /// <summary>Handlers have lower limits of their own; this one is for callers that never end.</summary>
    private const long MaximumBodySize = 64 << 20;

    /// <summary>What Kestrel asks its host for, for TLS only.</summary>
    private static readonly Lazy<IServiceProvider> TlsServices = new(() =>
    {
        var host = WebApplication.CreateEmptyBuilder(new());
        host.WebHost.UseKestrelCore();
        return host.Build().Services;
    });

    private readonly KestrelServer server;

    private LoopbackServer(KestrelServer server, Uri endpoint) => (this.server, Endpoint) = (server, endpoint);

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT/</c>, or <c>https</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts serving.</summary>
    /// <param name="handler">Answers each request.</param>
    /// <param name="port">The port, or 0 for one that is free.</param>
    /// <param name="certificate">With it the server speaks TLS, and nothing else.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<LoopbackServer> StartAsync(
        RequestDelegate handler, int port = 0, X509Certificate2? certificate = null, CancellationToken cancellationToken = default)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = MaximumBodySize;
        options.Listen(IPAddress.Loopback, port, endpoint =>
        {
            if (certificate is null)
                return;
            options.ApplicationServices = TlsServices.Value;
            endpoint.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificate });
        });
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await kestrel.StartAsync(new DelegateApplication(handler), cancellationToken);
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }
        return new LoopbackServer(kestrel, new Uri(kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()));
    }

    /// <summary>Stops serving at once; requests that are being answered see their connection aborted.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(new CancellationToken(canceled: true));
        server.Dispose();
    }
}
