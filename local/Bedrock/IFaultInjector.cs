namespace BatchResource.Local.Bedrock;

/// <summary>
/// Is asked around every signed call whether something goes wrong with it. It may also wait, or do something to the caller, such as
/// kill its process, before it answers.
/// </summary>
public interface IFaultInjector
{
    /// <summary>Asked before the call has any effect; a fault keeps it from having one.</summary>
    /// <returns>What happens instead, or null.</returns>
    ValueTask<Fault?> BeforeEffectAsync(BedrockCall call, CancellationToken cancellationToken);

    /// <summary>Asked when the call has had its effect; a fault takes the place of the answer, and the effect stays.</summary>
    /// <returns>What happens instead, or null.</returns>
    ValueTask<Fault?> AfterEffectAsync(BedrockCall call, CancellationToken cancellationToken);
}
