using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Who asks for a job: the identity of one CloudFormation event.</summary>
/// <param name="Owner">The logical resource of the stack.</param>
/// <param name="RequestId">CloudFormation's RequestId, the same for every delivery of the event.</param>
/// <param name="IssuedAt">When CloudFormation issued the event, or null when it does not tell.</param>
internal sealed record JobRequest(JobOwner Owner, string RequestId, DateTimeOffset? IssuedAt);
