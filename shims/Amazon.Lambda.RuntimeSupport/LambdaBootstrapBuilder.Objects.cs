using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class LambdaBootstrapBuilder
{
    /// <summary>Takes a handler that reads the event as an object and the context and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        AnsweringObject(call => Task.FromResult(handler(Read<TInput>(call, serializer), call.LambdaContext)), serializer);

    /// <summary>Takes a handler that reads the event as an object and the context and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnsweringObject(call => handler(Read<TInput>(call, serializer), call.LambdaContext), serializer);

    /// <summary>Takes a handler that reads the event as an object and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        AnsweringObject(call => Task.FromResult(handler(Read<TInput>(call, serializer))), serializer);

    /// <summary>Takes a handler that reads the event as an object and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnsweringObject(call => handler(Read<TInput>(call, serializer)), serializer);

    /// <summary>Takes a handler that reads the context and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        AnsweringObject(call => Task.FromResult(handler(call.LambdaContext)), serializer);

    /// <summary>Takes a handler that reads the context and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnsweringObject(call => handler(call.LambdaContext), serializer);

    /// <summary>Takes a handler that reads the event as it came and the context and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        AnsweringObject(call => Task.FromResult(handler(call.InputStream, call.LambdaContext)), serializer);

    /// <summary>Takes a handler that reads the event as it came and the context and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnsweringObject(call => handler(call.InputStream, call.LambdaContext), serializer);

    /// <summary>Takes a handler that reads the event as it came and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        AnsweringObject(call => Task.FromResult(handler(call.InputStream)), serializer);

    /// <summary>Takes a handler that reads the event as it came and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnsweringObject(call => handler(call.InputStream), serializer);

    /// <summary>Takes a handler that reads nothing and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        AnsweringObject(_ => Task.FromResult(handler()), serializer);

    /// <summary>Takes a handler that reads nothing and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnsweringObject(_ => handler(), serializer);
}
