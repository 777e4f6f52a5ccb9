namespace Amazon.Lambda.RuntimeSupport;

public class HandlerWrapper : IDisposable
{
    internal extern HandlerWrapper();
    public extern LambdaBootstrapHandler Handler { get; }
    public extern void Dispose();
    public static extern HandlerWrapper GetHandlerWrapper(Action handler);
    public static extern HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Action<Stream> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<Stream> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler);
    public static extern HandlerWrapper GetHandlerWrapper(Func<Task> handler);
    public static extern HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer);
    public static extern HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer);
}
