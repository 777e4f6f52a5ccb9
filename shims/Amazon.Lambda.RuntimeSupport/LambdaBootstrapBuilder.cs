using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Builds a <see cref="LambdaBootstrap"/> from a handler.</summary>
public class LambdaBootstrapBuilder
{
    private readonly LambdaBootstrapHandler handler;
    private HttpClient httpClient;
    private LambdaBootstrapInitializer initializer;

    private LambdaBootstrapBuilder(LambdaBootstrapHandler handler) => this.handler = handler;

    /// <summary>Takes a handler that reads and writes streams.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(async invocation => new InvocationResponse(await handler(invocation.InputStream, invocation.LambdaContext)));

    /// <summary>Takes a handler that answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new(async invocation =>
        {
            await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext);
            return new InvocationResponse(Stream.Null, disposeOutputStream: false);
        });

    /// <summary>Takes a handler that answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async invocation =>
        {
            var output = await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext);
            var stream = new MemoryStream();
            serializer.Serialize(output, stream);
            stream.Position = 0;
            return new InvocationResponse(stream);
        });

    /// <summary>Speaks to the Runtime API with a client of the caller's, whose time limit is lifted.</summary>
    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        this.httpClient = httpClient;
        return this;
    }

    /// <summary>Runs an initializer before the first invocation.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        initializer = lambdaBootstrapInitializer;
        return this;
    }

    /// <summary>Builds the loop.</summary>
    public LambdaBootstrap Build() => httpClient is null
        ? new LambdaBootstrap(handler, initializer)
        : new LambdaBootstrap(httpClient, handler, initializer);
}
