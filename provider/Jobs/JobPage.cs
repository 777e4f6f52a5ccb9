namespace BatchResource.Provider.Jobs;

/// <summary>One page of a list of jobs, and how to ask for the next.</summary>
internal sealed record JobPage(IReadOnlyList<Job> Jobs, string? NextToken);
