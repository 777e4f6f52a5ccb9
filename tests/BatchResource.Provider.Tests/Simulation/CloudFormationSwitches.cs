namespace BatchResource.Provider.Tests.Simulation;

/// <summary>What CloudFormation leaves undocumented: the provider has to live with either.</summary>
internal sealed record CloudFormationSwitches
{
    public const string OwnAccount = "123456789012";
    public const string OtherAccount = "210987654321";

    /// <summary>The rollback of an Update that had succeeded carries the id of the new resource; otherwise that of the old.</summary>
    public bool RollbackCarriesNewId { get; init; } = true;

    /// <summary>A deployment that the user repeats after a failure has the RequestId of the first.</summary>
    public bool RetryKeepsRequestId { get; init; } = true;

    /// <summary>What fails stays as it is, and what was never stable is deleted with the next operation.</summary>
    public bool IsWithoutRollback { get; init; }

    /// <summary>The next operation deletes what failed before it creates anything; otherwise after.</summary>
    public bool CleansUpFirst { get; init; }

    /// <summary>The removal policy: what CloudFormation was told of is kept when it leaves the stack or is replaced.</summary>
    public bool IsRetained { get; init; }

    /// <summary>The user skips the job in a rollback that failed; otherwise tries again.</summary>
    public bool SkipsFailedRollback { get; init; }

    /// <summary>The function may ask CloudFormation what it was told of.</summary>
    public bool CanBeAsked { get; init; } = true;

    /// <summary>While the old copy of a resource is deleted, the resource is shown as that copy.</summary>
    public bool ShowsCopies { get; init; }

    /// <summary>The account of the stack; the function and its jobs may be another's.</summary>
    public string Account { get; init; } = OwnAccount;
}
