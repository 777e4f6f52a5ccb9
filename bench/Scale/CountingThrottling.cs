using BatchResource.Local.Bedrock;

namespace BatchResource.Bench.Scale;

/// <summary>Throttles a share of the calls, and counts.</summary>
internal sealed class CountingThrottling(double share) : IFaultInjector
{
    private readonly RandomThrottling throttling = new(share);
    private int calls;
    private int throttledCalls;

    public int Calls => calls;

    public int ThrottledCalls => throttledCalls;

    public async ValueTask<Fault?> BeforeEffectAsync(BedrockCall call, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        var fault = await throttling.BeforeEffectAsync(call, cancellationToken);
        if (fault is not null)
            Interlocked.Increment(ref throttledCalls);
        return fault;
    }

    public ValueTask<Fault?> AfterEffectAsync(BedrockCall call, CancellationToken cancellationToken) =>
        throttling.AfterEffectAsync(call, cancellationToken);
}
