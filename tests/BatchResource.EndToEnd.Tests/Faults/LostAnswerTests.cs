namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>The promise holds while answers to CloudFormation are lost.</summary>
[Trait("suite", "faults")]
[Trait("rule", "L1-L15")]
public sealed class LostAnswerTests
{
    [Theory]
    [MemberData(nameof(FaultTable.Cells), FaultKind.LostAnswers, MemberType = typeof(FaultTable))]
    public Task The_Promise_Holds(string fault, Operation operation) => FaultCell.HoldsAsync(fault, operation);
}
