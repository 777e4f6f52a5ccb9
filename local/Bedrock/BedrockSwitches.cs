using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Bedrock;

/// <summary>
/// What AWS leaves undocumented, one switch each. The defaults are what was observed or is most plausible; a client that is to be
/// trusted works with every setting.
/// </summary>
public sealed record BedrockSwitches
{
    /// <summary>A token comes again, with the same parameters.</summary>
    public TokenAnswer RepeatedToken { get; init; } = TokenAnswer.SameJob;

    /// <summary>A token comes again, with other parameters.</summary>
    public TokenAnswer RepeatedTokenWithOtherParameters { get; init; } = TokenAnswer.SameJob;

    /// <summary>How long a token is remembered; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</summary>
    public TimeSpan TokenLifetime { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>
    /// How a name in use is refused: <see cref="StateAnswer.Conflict"/> or, as by sibling kinds of jobs,
    /// <see cref="StateAnswer.Validation"/>.
    /// </summary>
    public StateAnswer NameInUse { get; init; } = StateAnswer.Conflict;

    /// <summary>The service role does not trust Bedrock, or does not exist, or not yet everywhere.</summary>
    public RoleAnswer UntrustedRole { get; init; } = RoleAnswer.FailsJob;

    /// <summary>Stop of a job that is stopping.</summary>
    public StateAnswer StopOfStoppingJob { get; init; } = StateAnswer.Accepted;

    /// <summary>Stop of a job that has ended otherwise than Completed; that one's ValidationException was observed.</summary>
    public StateAnswer StopOfEndedJob { get; init; } = StateAnswer.Validation;

    /// <summary>Tag operations on a job that is Stopping or Stopped; ListTagsForResource was observed to fail.</summary>
    public StateAnswer TagsOfStoppedJob { get; init; } = StateAnswer.NotFound;

    /// <summary>Tag operations on a job that has ended otherwise.</summary>
    public StateAnswer TagsOfEndedJob { get; init; } = StateAnswer.Accepted;

    /// <summary>How List combines filters and pages.</summary>
    public ListPaging Paging { get; init; } = ListPaging.FilterThenPage;

    /// <summary>How many jobs List returns when the call does not say (1 to 1000).</summary>
    public int DefaultPageSize { get; init; } = 100;

    /// <summary>How long a new job is missing from List.</summary>
    public TimeSpan ListLag { get; init; } = TimeSpan.Zero;

    /// <summary>Whether the items of List carry the token, which those recorded did not.</summary>
    public bool ListReturnsToken { get; init; }

    /// <summary>Refuses as the answer says, or does nothing when it says Accepted.</summary>
    internal static void Apply(StateAnswer answer, string message)
    {
        if (answer == StateAnswer.Accepted)
            return;
        throw ServiceException.Modelled(
            answer switch
            {
                StateAnswer.Conflict => "ConflictException",
                StateAnswer.NotFound => "ResourceNotFoundException",
                _ => "ValidationException",
            },
            message);
    }
}
