using Amazon.JSII.Runtime.Services;
using Microsoft.Extensions.Logging;

namespace BatchResource.Bench.Scale;

/// <summary>
/// Counts the calls of the CDK's Node.js process: what synthesis from .NET costs beside the CDK itself, and the same on any machine. Its
/// binding traces every message to the process into a log, which this is.
/// </summary>
internal sealed class CdkCalls : ILoggerFactory, ILogger
{
    private const string Outgoing = "> ";

    private CdkCalls()
    {
    }

    /// <summary>How many there were until now.</summary>
    public int Count { get; private set; }

    /// <summary>Counts from now on. Before the CDK is used first; it starts when it is used.</summary>
    public static CdkCalls Begin()
    {
        var calls = new CdkCalls();
        ServiceContainer.ServiceProviderOverride = new Services(calls);
        return calls;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel == LogLevel.Trace && state?.ToString()?.StartsWith(Outgoing, StringComparison.Ordinal) == true)
            Count++;
    }

    public void Dispose()
    {
    }

    private sealed class Services(CdkCalls calls) : IServiceProvider
    {
        private readonly Lazy<IServiceProvider> services = new(() => ServiceContainer.BuildServiceProvider(calls));

        public object? GetService(Type serviceType) => services.Value.GetService(serviceType);
    }
}
