namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>The promise holds while Bedrock refuses calls.</summary>
[Trait("suite", "faults")]
[Trait("rule", "L1-L15")]
public sealed class RefusedCallTests
{
    [Theory]
    [MemberData(nameof(FaultTable.Cells), FaultKind.RefusedCalls, MemberType = typeof(FaultTable))]
    public Task The_Promise_Holds(string fault, Operation operation) => FaultCell.HoldsAsync(fault, operation);
}
