namespace BatchResource.Local.CloudFormation;

/// <summary>Makes operations on one resource fail, to see what CloudFormation does about it.</summary>
public sealed record SimulatedFailure
{
    /// <summary>The status reason.</summary>
    public string Reason { get; init; } = "Simulated failure";

    /// <summary>Which operations fail.</summary>
    public FailingOperations Operations { get; init; } = FailingOperations.Create | FailingOperations.Update;

    /// <summary>How long the operation takes to fail, by the local AWS's clock.</summary>
    public TimeSpan After { get; init; }

    /// <summary>When set, the operation does not fail before this is completed.</summary>
    public Task? When { get; init; }
}
