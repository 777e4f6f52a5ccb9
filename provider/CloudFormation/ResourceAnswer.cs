namespace BatchResource.Provider.CloudFormation;

/// <summary>The answer to CloudFormation, without the ids that are echoed.</summary>
/// <param name="PhysicalResourceId">The id that the resource has from now on.</param>
/// <param name="FailureReason">Why it failed; null for SUCCESS.</param>
/// <param name="Data">The values for <c>Fn::GetAtt</c>, the most important first.</param>
internal sealed record ResourceAnswer(
    string PhysicalResourceId, string? FailureReason, IReadOnlyList<KeyValuePair<string, string>> Data)
{
    /// <summary>
    /// Undoes work that CloudFormation learns of only from this answer. It runs if the answer was certainly not accepted, and is told
    /// how much time is left. Null if there is nothing to undo.
    /// </summary>
    public Func<TimeSpan, CancellationToken, Task>? Undo { get; init; }

    /// <summary>Whether to undo the work in any case, because the answer does not report it.</summary>
    public bool IsUndone { get; init; }

    public static ResourceAnswer Success(string physicalResourceId, IReadOnlyList<KeyValuePair<string, string>> data) =>
        new(physicalResourceId, null, data);

    public static ResourceAnswer Failure(string physicalResourceId, string reason) => new(physicalResourceId, reason, []);
}
