namespace BatchResource.Provider.Jobs;

/// <summary>What a look for jobs of which CloudFormation was never told came to.</summary>
/// <param name="Jobs">Those that run.</param>
/// <param name="IsComplete">No Update is known that may still start one: what the last one was to start has been seen.</param>
internal sealed record UntoldLook(IReadOnlyList<Job> Jobs, bool IsComplete);
