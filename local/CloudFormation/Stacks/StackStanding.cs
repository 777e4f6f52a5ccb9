namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>The state of a stack with its reason: one value, so that nobody reads the reason of another state.</summary>
/// <param name="Status">One of <see cref="StackStatus"/>.</param>
/// <param name="Reason">Why, where there is something to say.</param>
internal sealed record StackStanding(string Status, string? Reason);
