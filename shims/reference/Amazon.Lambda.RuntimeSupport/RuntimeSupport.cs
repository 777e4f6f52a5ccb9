namespace Amazon.Lambda.RuntimeSupport;

public class InvocationRequest : IDisposable
{
    public extern ILambdaContext LambdaContext { get; }
    public extern Stream InputStream { get; }
    public extern void Dispose();
    internal extern InvocationRequest();
}

public class InvocationResponse
{
    public extern Stream OutputStream { get; set; }
    public extern bool DisposeOutputStream { get; }
    public extern InvocationResponse(Stream outputStream);
    public extern InvocationResponse(Stream outputStream, bool disposeOutputStream);
}

public class LambdaBootstrap : IDisposable
{
    public extern Task RunAsync(CancellationToken cancellationToken = default);
    public extern LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = default);
    public extern LambdaBootstrap(
        HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = default);
    public extern LambdaBootstrap(HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = default);
    public extern LambdaBootstrap(
        HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = default);
    public extern LambdaBootstrap(
        HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = default);
    public extern LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = default);
    public extern LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = default);
    protected virtual extern void Dispose(bool disposing);
    public static extern HttpClient ConstructHttpClient();
    public extern void Dispose();
}

public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);

public delegate Task<bool> LambdaBootstrapInitializer();

public class RuntimeApiClientException : Exception
{
    public extern Dictionary<string, IEnumerable<string>> Headers { get; }
    public extern int StatusCode { get; }
    public extern RuntimeApiClientException(
        string message, int statusCode, string response, Dictionary<string, IEnumerable<string>> headers, Exception innerException);
    public extern string Response { get; }
    public override extern string ToString();
}
