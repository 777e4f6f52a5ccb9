namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>The promise holds while events come twice or too early.</summary>
[Trait("suite", "faults")]
[Trait("rule", "L1-L15")]
public sealed class DisorderedEventTests
{
    [Theory]
    [MemberData(nameof(FaultTable.Cells), FaultKind.DisorderedEvents, MemberType = typeof(FaultTable))]
    public Task The_Promise_Holds(string fault, Operation operation) => FaultCell.HoldsAsync(fault, operation);
}
