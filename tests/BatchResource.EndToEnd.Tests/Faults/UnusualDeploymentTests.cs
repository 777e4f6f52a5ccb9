namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>The promise holds without rollback, after rollbacks that were skipped, and for jobs that are kept.</summary>
[Trait("suite", "faults")]
[Trait("rule", "L1-L15")]
public sealed class UnusualDeploymentTests
{
    [Theory]
    [MemberData(nameof(FaultTable.Cells), FaultKind.UnusualDeployments, MemberType = typeof(FaultTable))]
    public Task The_Promise_Holds(string fault, Operation operation) => FaultCell.HoldsAsync(fault, operation);
}
