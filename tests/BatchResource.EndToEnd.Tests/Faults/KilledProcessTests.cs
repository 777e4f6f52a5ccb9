namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>The promise holds while processes are killed between any two calls.</summary>
[Trait("suite", "faults")]
[Trait("rule", "L1-L15")]
public sealed class KilledProcessTests
{
    [Theory]
    [MemberData(nameof(FaultTable.Cells), FaultKind.KilledProcesses, MemberType = typeof(FaultTable))]
    public Task The_Promise_Holds(string fault, Operation operation) => FaultCell.HoldsAsync(fault, operation);
}
