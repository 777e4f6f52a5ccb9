using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Who asks for a job: the identity of one CloudFormation event.</summary>
/// <param name="Owner">The logical resource of the stack.</param>
/// <param name="RequestId">
/// CloudFormation's RequestId. Each delivery of the event has the same one, and so has a retried deployment.
/// </param>
/// <param name="IssuedAt">When CloudFormation issued the event, or null if the event does not say it.</param>
internal sealed record JobEvent(JobOwner Owner, string RequestId, DateTimeOffset? IssuedAt)
{
    /// <summary>The ARN of the function. Its jobs have the same account and Region. Null if it is not known.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>How long CloudFormation waits for the answer, counted from when it issued the event.</summary>
    public TimeSpan ServiceTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Stands for the event in names and tags.</summary>
    public EventMark Mark => EventMark.Of(RequestId, IssuedAt);

    /// <summary>
    /// Whether this function can have started the job. The job's account and Region are then the stack's or the function's, because one
    /// function may serve several accounts.
    /// </summary>
    public bool CanHaveStarted(JobArn arn) =>
        HomeOf(Owner.StackId) is not { } stack || stack == (arn.Region, arn.Account) || HomeOf(FunctionArn) == (arn.Region, arn.Account);

    private static (string Region, string Account)? HomeOf(string? arn) =>
        arn?.Split(':') is ["arn", _, _, var region, var account, ..] ? (region, account) : null;
}
