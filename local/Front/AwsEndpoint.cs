using BatchResource.Local.Ground.Http;
using BatchResource.Local.Ground.SigV4;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front;

/// <summary>
/// The one address of the local AWS: which service a request is for, its signature says. It listens before the services exist, so that
/// functions can be told the address; until then callers are told to come again.
/// </summary>
internal sealed class AwsEndpoint : IAsyncDisposable
{
    private readonly UnknownService unknown = new();
    private readonly Action<AwsCall>? onCall;
    private LoopbackServer? server;
    private volatile IReadOnlyDictionary<string, IAwsService>? services;

    private AwsEndpoint(Action<AwsCall>? onCall) => this.onCall = onCall;

    /// <summary>The value for <c>AWS_ENDPOINT_URL</c>.</summary>
    public Uri Address => server!.Endpoint;

    /// <summary>Starts listening.</summary>
    /// <param name="port">The port, or 0 for one that is free.</param>
    /// <param name="onCall">Is told of every call that was answered, on any thread.</param>
    /// <param name="certificate">With it the endpoint speaks TLS.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<AwsEndpoint> StartAsync(
        int port,
        Action<AwsCall>? onCall,
        System.Security.Cryptography.X509Certificates.X509Certificate2? certificate,
        CancellationToken cancellationToken)
    {
        var endpoint = new AwsEndpoint(onCall);
        endpoint.server = await LoopbackServer.StartAsync(endpoint.AnswerAsync, port, certificate, cancellationToken);
        return endpoint;
    }

    /// <summary>Answers from now on.</summary>
    /// <param name="byName">The services by the names that signatures are scoped to.</param>
    public void Serve(IReadOnlyDictionary<string, IAwsService> byName) => services = byName;

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        // What is not signed comes from a browser or curl, which understand S3's errors as well as any.
        var call = new AwsCall(http, AuthorizationHeader.ServiceOf(http.Request) ?? "s3");
        http.Response.Headers["x-amzn-RequestId"] = call.RequestId;
        if (services is not { } byName)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            await byName.GetValueOrDefault(call.Service, unknown).AnswerAsync(call);
            onCall?.Invoke(call);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone: nobody is left to answer.
        }
    }
}
