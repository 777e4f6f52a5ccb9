using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Who asks for a job: the identity of one CloudFormation event.</summary>
/// <param name="Owner">The logical resource of the stack.</param>
/// <param name="RequestId">
/// CloudFormation's RequestId, the same for every delivery of the event, and for a deployment that is retried.
/// </param>
/// <param name="IssuedAt">When CloudFormation issued the event, or null when it does not tell.</param>
internal sealed record JobEvent(JobOwner Owner, string RequestId, DateTimeOffset? IssuedAt)
{
    /// <summary>The ARN of the function, whose account and Region are those of its jobs; null when it is not known.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>How long CloudFormation waits for the answer, from when it issued the event.</summary>
    public TimeSpan ServiceTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Stands for the event in names and tags.</summary>
    public EventMark Mark => EventMark.Of(RequestId, IssuedAt);

    /// <summary>
    /// Whether this function can have started the job: its account and Region are the stack's, or else the function's. One function may
    /// serve several accounts.
    /// </summary>
    public bool CanHaveStarted(JobArn arn) =>
        HomeOf(Owner.StackId) is not { } stack || stack == (arn.Region, arn.Account) || HomeOf(FunctionArn) == (arn.Region, arn.Account);

    private static (string Region, string Account)? HomeOf(string? arn) =>
        arn?.Split(':') is ["arn", _, _, var region, var account, ..] ? (region, account) : null;
}
