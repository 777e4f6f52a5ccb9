namespace BatchResource.Local.Bedrock;

/// <summary>Lets a share of all calls go wrong before they have an effect, chosen by a seed so that a run can be repeated.</summary>
/// <param name="shares">What goes wrong, and with how many calls of all (0 to 1, together at most 1).</param>
/// <param name="seed">Chooses which.</param>
public sealed class RandomFaults(IReadOnlyList<(Fault Fault, double Share)> shares, int seed = 0) : IFaultInjector
{
    private readonly Lock gate = new();
#pragma warning disable CA5394 // Which calls fail is no secret, but must be repeatable.
    private readonly Random random = new(seed);

    /// <inheritdoc/>
    public ValueTask<Fault?> BeforeEffectAsync(BedrockCall call, CancellationToken cancellationToken)
    {
        double draw;
        lock (gate)
            draw = random.NextDouble();
        foreach (var (fault, share) in shares)
        {
            if (draw < share)
                return new(fault);
            draw -= share;
        }

        return new((Fault?)null);
    }
#pragma warning restore CA5394

    /// <inheritdoc/>
    public ValueTask<Fault?> AfterEffectAsync(BedrockCall call, CancellationToken cancellationToken) => new((Fault?)null);
}
