using Amazon.Lambda.RuntimeSupport.Internal;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Takes one event after the other from the Lambda Runtime API and hands each to the function.</summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html</remarks>
public class LambdaBootstrap : IDisposable
{
    private readonly HttpClient httpClient;
    private readonly bool ownsHttpClient;
    private readonly LambdaBootstrapHandler handler;
    private readonly LambdaBootstrapInitializer initializer;

    /// <summary>Speaks to the Runtime API with a client of the caller's, whose time limit is lifted.</summary>
    internal LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, ownsHttpClient: false, handler, initializer)
    {
    }

    /// <summary>Speaks to the Runtime API with a client of its own.</summary>
    internal LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), ownsHttpClient: true, handler, initializer)
    {
    }

    private LambdaBootstrap(
        HttpClient httpClient, bool ownsHttpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(handler);

        // Between two events Lambda freezes the process while it waits for the next one, which may come hours later.
        httpClient.Timeout = Timeout.InfiniteTimeSpan;
        this.httpClient = httpClient;
        this.ownsHttpClient = ownsHttpClient;
        this.handler = handler;
        this.initializer = initializer;
    }

    /// <summary>Builds a client fit for the Runtime API.</summary>
    public static HttpClient ConstructHttpClient() =>
        new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null });

    /// <summary>
    /// Runs the initializer, then takes events until it is cancelled. What a handler throws is reported for its event and the loop goes on;
    /// what the initializer throws is reported and thrown. An event that is being handled when the token is cancelled is still answered.
    /// </summary>
    /// <exception cref="RuntimeApiClientException">The Runtime API refused a call; the program should end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var client = new RuntimeApiClient(httpClient, LambdaEnvironment.RuntimeApi);
        if (!await InitializeAsync(client))
            return;

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(client, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Releases the client, if it is the bootstrap's own.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && ownsHttpClient)
            httpClient.Dispose();
    }

    private async Task<bool> InitializeAsync(RuntimeApiClient client)
    {
        try
        {
            return initializer is null || await initializer();
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            await client.ReportInitializationErrorAsync(exception);
            throw;
        }
    }

    private async Task InvokeOnceAsync(RuntimeApiClient client, CancellationToken cancellationToken)
    {
        using var invocation = await client.NextAsync(cancellationToken);
        var requestId = invocation.LambdaContext.AwsRequestId;
        InvocationResponse response;
        try
        {
            response = await handler(invocation);
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            await client.ReportInvocationErrorAsync(requestId, exception);
            return;
        }

        try
        {
            await client.SendResponseAsync(requestId, response?.OutputStream ?? Stream.Null);
        }
        finally
        {
            if (response is { DisposeOutputStream: true })
                response.OutputStream?.Dispose();
        }
    }
}
