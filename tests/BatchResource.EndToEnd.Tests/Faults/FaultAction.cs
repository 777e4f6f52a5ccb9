using BatchResource.Local.Bedrock;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>What happens at a call: an answer in place of Bedrock's own, or null when the call takes its course.</summary>
internal delegate ValueTask<Fault?> FaultAction(FaultScript script, BedrockCall call, CancellationToken cancellationToken);
