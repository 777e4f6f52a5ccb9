using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Builds a <see cref="LambdaBootstrap"/> from a handler.</summary>
public partial class LambdaBootstrapBuilder
{
    private readonly LambdaBootstrapHandler handler;
    private HttpClient httpClient;
    private LambdaBootstrapInitializer initializer;

    private LambdaBootstrapBuilder(LambdaBootstrapHandler handler) => this.handler = handler;

    /// <summary>Takes a handler that reads the event as it came and the context, and writes its answer to a stream.</summary>
    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext, MemoryStream> handler) => AnsweringStream(call =>
    {
        var answer = new MemoryStream();
        handler(call.InputStream, call.LambdaContext, answer);
        answer.Position = 0;
        return Task.FromResult<Stream>(answer);
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

    private static LambdaBootstrapBuilder AnsweringNothing(Func<InvocationRequest, Task> handler) => new(async call =>
    {
        await handler(call);
        return new InvocationResponse(Stream.Null, disposeOutputStream: false);
    });

    private static LambdaBootstrapBuilder AnsweringNothing(Action<InvocationRequest> handler) => AnsweringNothing(call =>
    {
        handler(call);
        return Task.CompletedTask;
    });

    private static LambdaBootstrapBuilder AnsweringStream(Func<InvocationRequest, Task<Stream>> handler) =>
        new(async call => new InvocationResponse(await handler(call)));

    private static LambdaBootstrapBuilder AnsweringObject<T>(Func<InvocationRequest, Task<T>> handler, ILambdaSerializer serializer) =>
        new(async call =>
        {
            var answer = new MemoryStream();
            serializer.Serialize(await handler(call), answer);
            answer.Position = 0;
            return new InvocationResponse(answer);
        });

    private static T Read<T>(InvocationRequest call, ILambdaSerializer serializer) => serializer.Deserialize<T>(call.InputStream);
}
