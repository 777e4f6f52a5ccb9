namespace BatchResource.Local.CloudFormation;

/// <summary>
/// What AWS does not document about CloudFormation, as switches: what must work on AWS must work with every value of each. The defaults
/// are what was observed or is the most plausible.
/// </summary>
public sealed record CloudFormationBehavior
{
    /// <summary>The request id of the events when a failed deployment is tried again.</summary>
    public RetryRequestId RetryRequestId { get; init; } = RetryRequestId.New;

    /// <summary>The physical id in the Update event that rolls back an update which had replaced the resource.</summary>
    public RollbackPhysicalId RollbackPhysicalId { get; init; } = RollbackPhysicalId.Replacement;

    /// <summary>What a rollback does about a creation that never named a physical id: cancelled, unanswered or answered badly.</summary>
    public UnnamedResource UnnamedResource { get; init; } = UnnamedResource.DeleteWithInventedId;

    /// <summary>What happens on an answer that is no JSON, or that echoes the wrong ids.</summary>
    public MalformedAnswer MalformedAnswer { get; init; } = MalformedAnswer.Fails;

    /// <summary>When a resource whose creation failed without rollback is deleted.</summary>
    public FailedCreation FailedCreation { get; init; } = FailedCreation.IsDeletedBeforeTheRetry;

    /// <summary>What a resource counts as whose update failed without rollback.</summary>
    public FailedUpdate FailedUpdate { get; init; } = FailedUpdate.CountsAsUpdated;

    /// <summary>What an update without rollback does about a replacement that is known beforehand.</summary>
    public ReplacementWithoutRollback ReplacementWithoutRollback { get; init; } = ReplacementWithoutRollback.IsRefused;

    /// <summary>Which physical id a resource has whose rollback was skipped.</summary>
    public SkippedResource SkippedResource { get; init; } = SkippedResource.KeepsReplacement;

    /// <summary>Where Fn::GetStackOutput may stand.</summary>
    public StackOutputPlaces StackOutputPlaces { get; init; } = StackOutputPlaces.NotInOutputsOrSub;

    /// <summary>How often each event reaches the provider.</summary>
    public DeliveryCount EventDelivery { get; init; } = DeliveryCount.Once;

    /// <summary>How long after a cancellation the rollback begins to delete. On AWS about two seconds.</summary>
    public TimeSpan DelayAfterCancellation { get; init; } = TimeSpan.FromSeconds(2);
}
