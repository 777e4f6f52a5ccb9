namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>An operation on a resource failed; the message is the status reason.</summary>
internal sealed class ResourceFailedException(string reason) : Exception(reason)
{
    /// <summary>The physical id that the resource has from now on, where the failure named one.</summary>
    public string? PhysicalId { get; init; }

    /// <summary>Lambda's request id of the provider's invocation that failed it; null where no provider did.</summary>
    public string? InvocationId { get; init; }

    /// <summary>The operation was given up because another resource failed.</summary>
    public bool WasCancelled { get; init; }

    /// <summary>Something may have been created all the same, so a rollback must try to delete it.</summary>
    public bool MayExist { get; init; }
}
