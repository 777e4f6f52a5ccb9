using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class LambdaBootstrapBuilder
{
    /// <summary>Takes a handler that reads nothing and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create(Action handler) => AnsweringNothing(_ => handler());

    /// <summary>Takes a handler that reads the context and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create(Action<ILambdaContext> handler) => AnsweringNothing(call => handler(call.LambdaContext));

    /// <summary>Takes a handler that reads the event as it came and the context and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext> handler) =>
        AnsweringNothing(call => handler(call.InputStream, call.LambdaContext));

    /// <summary>Takes a handler that reads the event as it came and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create(Action<Stream> handler) => AnsweringNothing(call => handler(call.InputStream));

    /// <summary>Takes a handler that reads the context and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task> handler) =>
        AnsweringNothing(call => handler(call.LambdaContext));

    /// <summary>Takes a handler that reads the event as it came and the context and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler) =>
        AnsweringNothing(call => handler(call.InputStream, call.LambdaContext));

    /// <summary>Takes a handler that reads the event as it came and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, Task> handler) => AnsweringNothing(call => handler(call.InputStream));

    /// <summary>Takes a handler that reads nothing and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create(Func<Task> handler) => AnsweringNothing(_ => handler());

    /// <summary>Takes a handler that reads the event as an object and the context and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        AnsweringNothing(call => handler(Read<TInput>(call, serializer), call.LambdaContext));

    /// <summary>Takes a handler that reads the event as an object and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        AnsweringNothing(call => handler(Read<TInput>(call, serializer)));

    /// <summary>Takes a handler that reads the event as an object and the context and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        AnsweringNothing(call => handler(Read<TInput>(call, serializer), call.LambdaContext));

    /// <summary>Takes a handler that reads the event as an object and answers with nothing.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        AnsweringNothing(call => handler(Read<TInput>(call, serializer)));
}
