namespace BatchResource.Provider.CloudFormation;

/// <summary>What to tell CloudFormation, apart from the ids that are echoed.</summary>
/// <param name="PhysicalResourceId">The id that the resource has from now on.</param>
/// <param name="FailureReason">Why it failed; null for SUCCESS.</param>
/// <param name="Data">What <c>Fn::GetAtt</c> returns, in the order of importance.</param>
internal sealed record ResourceAnswer(
    string PhysicalResourceId, string? FailureReason, IReadOnlyList<KeyValuePair<string, string>> Data)
{
    public static ResourceAnswer Success(string physicalResourceId, IReadOnlyList<KeyValuePair<string, string>> data) =>
        new(physicalResourceId, null, data);

    public static ResourceAnswer Failure(string physicalResourceId, string reason) => new(physicalResourceId, reason, []);
}
