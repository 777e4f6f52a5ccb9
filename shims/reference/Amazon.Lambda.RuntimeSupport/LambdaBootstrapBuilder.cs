namespace Amazon.Lambda.RuntimeSupport;

public class LambdaBootstrapBuilder
{
    public extern LambdaBootstrap Build();
    public extern LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> options = default);
    public extern LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer);
    public extern LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient);
    public static extern LambdaBootstrapBuilder Create(Action handler);
    public static extern LambdaBootstrapBuilder Create(Action<ILambdaContext> handler);
    public static extern LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext, MemoryStream> handler);
    public static extern LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext> handler);
    public static extern LambdaBootstrapBuilder Create(Action<Stream> handler);
    public static extern LambdaBootstrapBuilder Create(Func<ILambdaContext, Stream> handler);
    public static extern LambdaBootstrapBuilder Create(Func<ILambdaContext, Task<Stream>> handler);
    public static extern LambdaBootstrapBuilder Create(Func<ILambdaContext, Task> handler);
    public static extern LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Stream> handler);
    public static extern LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler);
    public static extern LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler);
    public static extern LambdaBootstrapBuilder Create(Func<Stream, Stream> handler);
    public static extern LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler);
    public static extern LambdaBootstrapBuilder Create(Func<Stream, Task> handler);
    public static extern LambdaBootstrapBuilder Create(Func<Stream> handler);
    public static extern LambdaBootstrapBuilder Create(Func<Task<Stream>> handler);
    public static extern LambdaBootstrapBuilder Create(Func<Task> handler);
    public static extern LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput>(Action<TInput> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TOutput>(
        Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer);
    public static extern LambdaBootstrapBuilder Create<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer);
    internal extern LambdaBootstrapBuilder();
}
