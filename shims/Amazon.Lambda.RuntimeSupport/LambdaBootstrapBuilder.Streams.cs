using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class LambdaBootstrapBuilder
{
    /// <summary>Takes a handler that reads the context and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Stream> handler) =>
        AnsweringStream(call => Task.FromResult(handler(call.LambdaContext)));

    /// <summary>Takes a handler that reads the context and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task<Stream>> handler) =>
        AnsweringStream(call => handler(call.LambdaContext));

    /// <summary>Takes a handler that reads the event as it came and the context and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Stream> handler) =>
        AnsweringStream(call => Task.FromResult(handler(call.InputStream, call.LambdaContext)));

    /// <summary>Takes a handler that reads the event as it came and the context and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        AnsweringStream(call => handler(call.InputStream, call.LambdaContext));

    /// <summary>Takes a handler that reads the event as it came and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, Stream> handler) =>
        AnsweringStream(call => Task.FromResult(handler(call.InputStream)));

    /// <summary>Takes a handler that reads the event as it came and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler) => AnsweringStream(call => handler(call.InputStream));

    /// <summary>Takes a handler that reads nothing and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream> handler) => AnsweringStream(_ => Task.FromResult(handler()));

    /// <summary>Takes a handler that reads nothing and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create(Func<Task<Stream>> handler) => AnsweringStream(_ => handler());

    /// <summary>Takes a handler that reads the event as an object and the context and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        AnsweringStream(call => Task.FromResult(handler(Read<TInput>(call, serializer), call.LambdaContext)));

    /// <summary>Takes a handler that reads the event as an object and the context and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        AnsweringStream(call => handler(Read<TInput>(call, serializer), call.LambdaContext));

    /// <summary>Takes a handler that reads the event as an object and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        AnsweringStream(call => Task.FromResult(handler(Read<TInput>(call, serializer))));

    /// <summary>Takes a handler that reads the event as an object and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        AnsweringStream(call => handler(Read<TInput>(call, serializer)));
}
