namespace BatchResource.Provider.Jobs;

/// <summary>How long the provider waits for each thing. The defaults suit a function with a timeout of 15 minutes.</summary>
internal sealed record LifecycleOptions
{
    /// <summary>
    /// How long after CloudFormation issued an event the event may still start a job. It limits how long a Delete has to wait for a
    /// cancelled Create that may still run. It also makes a late redelivery harmless.
    /// </summary>
    public TimeSpan CreateWindow { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>How long one call to Bedrock may take.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long to repeat a call that fails because a new role is not yet visible.</summary>
    public TimeSpan RolePropagation { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long to repeat a creation that no policy seems to allow, because a changed policy is not yet visible.</summary>
    public TimeSpan PolicyPropagation { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a job that Bedrock just accepted may be missing from Get and List.</summary>
    public TimeSpan ConsistencyLag { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to search the list of jobs before a job is started: a third of the window. The newest jobs come first.</summary>
    public TimeSpan LookTime => CreateWindow / 3;

    /// <summary>How long to wait for a stopped job to reach a terminal state.</summary>
    public TimeSpan StopWait { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The time between two looks at a job.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The first step of the backoff.</summary>
    public TimeSpan BackoffBase { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest step of the backoff.</summary>
    public TimeSpan BackoffLimit { get; init; } = TimeSpan.FromSeconds(20);
}
