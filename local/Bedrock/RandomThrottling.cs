namespace BatchResource.Local.Bedrock;

/// <summary>Throttles a share of all calls before they have an effect, chosen by a seed so that a run can be repeated.</summary>
/// <param name="share">How many calls of all are throttled (0 to 1).</param>
/// <param name="seed">Chooses which.</param>
public sealed class RandomThrottling(double share, int seed = 0) : IFaultInjector
{
    private readonly Lock gate = new();
#pragma warning disable CA5394 // Which calls are throttled is no secret, but must be repeatable.
    private readonly Random random = new(seed);

    /// <inheritdoc/>
    public ValueTask<Fault?> BeforeEffectAsync(BedrockCall call, CancellationToken cancellationToken)
    {
        lock (gate)
            return new(random.NextDouble() < share ? Fault.Throttle : null);
    }
#pragma warning restore CA5394

    /// <inheritdoc/>
    public ValueTask<Fault?> AfterEffectAsync(BedrockCall call, CancellationToken cancellationToken) => new((Fault?)null);
}
