namespace BatchResource.Local.Bedrock;

/// <summary>Nothing goes wrong.</summary>
public sealed class NoFaults : IFaultInjector
{
    /// <summary>The one instance.</summary>
    public static NoFaults Instance { get; } = new();

    /// <inheritdoc/>
    public ValueTask<Fault?> BeforeEffectAsync(BedrockCall call, CancellationToken cancellationToken) => new((Fault?)null);

    /// <inheritdoc/>
    public ValueTask<Fault?> AfterEffectAsync(BedrockCall call, CancellationToken cancellationToken) => new((Fault?)null);
}
