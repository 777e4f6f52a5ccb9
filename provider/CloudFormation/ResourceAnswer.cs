namespace BatchResource.Provider.CloudFormation;

/// <summary>What to tell CloudFormation, apart from the ids that are echoed.</summary>
/// <param name="PhysicalResourceId">The id that the resource has from now on.</param>
/// <param name="FailureReason">Why it failed; null for SUCCESS.</param>
/// <param name="Data">What <c>Fn::GetAtt</c> returns, in the order of importance.</param>
internal sealed record ResourceAnswer(
    string PhysicalResourceId, string? FailureReason, IReadOnlyList<KeyValuePair<string, string>> Data)
{
    /// <summary>
    /// Takes back what only this answer tells CloudFormation of. It happens when the answer was certainly not taken; null when there is
    /// nothing to take back.
    /// </summary>
    public Func<CancellationToken, Task>? Undo { get; init; }

    /// <summary>Whether it is taken back whatever becomes of the answer, since the answer does not tell of it.</summary>
    public bool IsUndone { get; init; }

    public static ResourceAnswer Success(string physicalResourceId, IReadOnlyList<KeyValuePair<string, string>> data) =>
        new(physicalResourceId, null, data);

    public static ResourceAnswer Failure(string physicalResourceId, string reason) => new(physicalResourceId, reason, []);
}
