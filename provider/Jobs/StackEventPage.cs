namespace BatchResource.Provider.Jobs;

/// <summary>A page of a stack's events, the latest first, and where the next one begins; null for the last.</summary>
internal sealed record StackEventPage(IReadOnlyList<StackEntry> Events, string? NextToken);
