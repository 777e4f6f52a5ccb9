namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>The promise holds while the provider does not learn of the effect of its calls.</summary>
[Trait("suite", "faults")]
[Trait("rule", "L1-L15")]
public sealed class LostEffectTests
{
    [Theory]
    [MemberData(nameof(FaultTable.Cells), FaultKind.LostEffects, MemberType = typeof(FaultTable))]
    public Task The_Promise_Holds(string fault, Operation operation) => FaultCell.HoldsAsync(fault, operation);
}
