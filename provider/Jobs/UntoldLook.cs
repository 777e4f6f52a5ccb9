using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>What a look for jobs of which CloudFormation was never told came to.</summary>
/// <param name="Jobs">Those that run.</param>
/// <param name="Pending">The Updates whose jobs were not seen, so that they may still start them.</param>
internal sealed record UntoldLook(IReadOnlyList<Job> Jobs, IReadOnlyList<EventMark> Pending);
