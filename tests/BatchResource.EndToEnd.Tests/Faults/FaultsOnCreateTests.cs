namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>The promise holds whatever goes wrong in a Create.</summary>
[Trait("suite", "faults")]
[Trait("rule", "L1-L15")]
public sealed class FaultsOnCreateTests
{
    public static TheoryData<string> Faults => FaultTable.NamesFor(Operation.Create);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task The_Promise_Holds_In_Spite_Of(string fault) => FaultCell.HoldsAsync(fault, Operation.Create);
}
