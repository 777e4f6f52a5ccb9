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

    /// <summary>How often each event reaches the provider.</summary>
    public DeliveryCount EventDelivery { get; init; } = DeliveryCount.Once;

    /// <summary>How long after a cancellation the rollback begins to delete. On AWS about two seconds.</summary>
    public TimeSpan DelayAfterCancellation { get; init; } = TimeSpan.FromSeconds(2);
}

/// <summary>The request id of an event when a failed deployment is tried again.</summary>
public enum RetryRequestId
{
    /// <summary>Another one.</summary>
    New,

    /// <summary>The one of the failed deployment, as reported in aws-cdk#35957.</summary>
    Same,
}

/// <summary>The physical id in the Update event that rolls back a replacement.</summary>
public enum RollbackPhysicalId
{
    /// <summary>That of the new resource, which is the current one at that moment.</summary>
    Replacement,

    /// <summary>That of the resource from before the update.</summary>
    Original,
}

/// <summary>What a rollback does about a resource that never got a physical id.</summary>
public enum UnnamedResource
{
    /// <summary>It sends a Delete with an id of its own invention.</summary>
    DeleteWithInventedId,

    /// <summary>It sends nothing.</summary>
    Forget,
}

/// <summary>What happens on an answer that cannot be understood.</summary>
public enum MalformedAnswer
{
    /// <summary>The resource fails at once.</summary>
    Fails,

    /// <summary>The answer is ignored, and the resource fails when its time is over.</summary>
    IsIgnored,
}

/// <summary>How often each event reaches the provider.</summary>
public enum DeliveryCount
{
    /// <summary>Once.</summary>
    Once,

    /// <summary>Twice, as asynchronous invocation may do.</summary>
    Twice,
}
