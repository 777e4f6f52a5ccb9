using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An event, and what is known about its invocation.</summary>
public class InvocationRequest : IDisposable
{
    internal InvocationRequest(Stream inputStream, ILambdaContext lambdaContext)
    {
        InputStream = inputStream;
        LambdaContext = lambdaContext;
    }

    /// <summary>The event as it came.</summary>
    public Stream InputStream { get; }

    /// <summary>What is known about the invocation.</summary>
    public ILambdaContext LambdaContext { get; }

    /// <summary>Releases the event.</summary>
    public void Dispose()
    {
        InputStream?.Dispose();
        GC.SuppressFinalize(this);
    }
}
