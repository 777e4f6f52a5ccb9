using Amazon.Runtime;

namespace BatchResource.Provider.Startup;

/// <summary>Replaces the network in the rehearsal: every connection ends in this process.</summary>
internal sealed class RehearsalNetwork : HttpClientFactory, IDisposable
{
    public RehearsalNetwork(RehearsalServices services) => Client = new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new RehearsalConnection(services.Respond)),
    });

    /// <summary>A client that can reach nothing else.</summary>
    public HttpClient Client { get; }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => Client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => Client.Dispose();
}
