namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>
/// The promise holds while processes are killed between any two calls.
/// By operation, as most of the time is waited, and what is of one class is run in series.
/// </summary>
public static class KilledProcessTests
{
    /// <summary>During that operation.</summary>
    [Trait("suite", "faults")]
    [Trait("rule", "L1-L15")]
    public sealed class OnCreate
    {
        [Theory]
        [MemberData(nameof(FaultTable.CellsOn), FaultKind.KilledProcesses, Operation.Create, MemberType = typeof(FaultTable))]
        public Task The_Promise_Holds(string fault, Operation operation) => FaultCell.HoldsAsync(fault, operation);
    }

    /// <summary>During that operation.</summary>
    [Trait("suite", "faults")]
    [Trait("rule", "L1-L15")]
    public sealed class OnUpdate
    {
        [Theory]
        [MemberData(nameof(FaultTable.CellsOn), FaultKind.KilledProcesses, Operation.Update, MemberType = typeof(FaultTable))]
        public Task The_Promise_Holds(string fault, Operation operation) => FaultCell.HoldsAsync(fault, operation);
    }

    /// <summary>During that operation.</summary>
    [Trait("suite", "faults")]
    [Trait("rule", "L1-L15")]
    public sealed class OnDelete
    {
        [Theory]
        [MemberData(nameof(FaultTable.CellsOn), FaultKind.KilledProcesses, Operation.Delete, MemberType = typeof(FaultTable))]
        public Task The_Promise_Holds(string fault, Operation operation) => FaultCell.HoldsAsync(fault, operation);
    }
}
