namespace BatchResource.Provider.Jobs;

/// <summary>A resource of a stack as it is, or as it was at one of its events.</summary>
/// <param name="LogicalResourceId">Which resource.</param>
/// <param name="PhysicalResourceId">What CloudFormation knows, or knew, it by; null or empty for nothing.</param>
/// <param name="Status">Such as <c>UPDATE_IN_PROGRESS</c>.</param>
/// <param name="At">When it came to be so; null when it is not told.</param>
internal sealed record StackEntry(string LogicalResourceId, string? PhysicalResourceId, string Status, DateTimeOffset? At)
{
    /// <summary>Whether it names this job.</summary>
    public bool Names(JobArn arn) => string.Equals(PhysicalResourceId, arn.Value, StringComparison.Ordinal);
}
