namespace BatchResource.Provider.Tests.Simulation;

/// <summary>What CloudFormation leaves undocumented: the provider has to live with either.</summary>
internal sealed record CloudFormationSwitches
{
    /// <summary>The rollback of an Update that had succeeded carries the id of the new resource; otherwise that of the old.</summary>
    public bool RollbackCarriesNewId { get; init; } = true;

    /// <summary>A deployment that the user repeats after a failure has the RequestId of the first.</summary>
    public bool RetryKeepsRequestId { get; init; } = true;
}
