using Amazon.Lambda.RuntimeSupport;

namespace BatchResource.Shims.Tests.Lambda;

/// <summary>A bootstrap that runs until the test is over.</summary>
internal sealed class BootstrapRun : IAsyncDisposable
{
    private readonly LambdaBootstrap bootstrap;
    private readonly CancellationTokenSource cancellation = new();

    public BootstrapRun(LambdaBootstrapBuilder builder)
    {
        bootstrap = builder.Build();
        Task = bootstrap.RunAsync(cancellation.Token);
    }

    public Task Task { get; }

    public Task CancelAsync() => cancellation.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await CancelAsync();
        await Task.WaitAsync(TimeSpan.FromMinutes(1)).ContinueWith(_ => { }, TaskScheduler.Default);
        bootstrap.Dispose();
        cancellation.Dispose();
    }
}
