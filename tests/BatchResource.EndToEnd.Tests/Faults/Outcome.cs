using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>What became of an operation.</summary>
/// <param name="Status">The stack's status.</param>
/// <param name="Created">How many jobs there ever were.</param>
/// <param name="Active">How many of them are still to do something.</param>
/// <param name="Told">What CloudFormation was told of its event: <c>SUCCESS</c>, <c>FAILED</c> or <c>nothing</c>.</param>
internal sealed record Outcome(string Status, int Created, int Active, string Told)
{
    public const string Success = "SUCCESS";
    public const string Failed = "FAILED";
    public const string Nothing = "nothing";

    public static Outcome StackCreated { get; } = new(StackStatus.CreateComplete, 1, 1, Success);

    public static Outcome StackUpdated { get; } = new(StackStatus.UpdateComplete, 2, 1, Success);

    public static Outcome StackDeleted { get; } = new(StackStatus.DeleteComplete, 1, 0, Success);

    public static Outcome Retried(int created, string told) => new(StackStatus.UpdateComplete, created, 1, told);

    public static Outcome NotCreated(int created, string told) => new(StackStatus.RollbackComplete, created, 0, told);

    public static Outcome NotUpdated(int created, string told) => new(StackStatus.UpdateRollbackComplete, created, 1, told);

    public static Outcome NotDeleted(int active, string told) => new(StackStatus.DeleteFailed, 1, active, told);

    public override string ToString() => $"{Status}, {Created} created, {Active} active, told {Told}";
}
