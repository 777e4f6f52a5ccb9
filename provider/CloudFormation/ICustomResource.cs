using BatchResource.Provider.Logging;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// Handles CloudFormation's events for one kind of resource. It may throw: then the answer is FAILED with the id from
/// <see cref="PhysicalIdForFailure"/>.
/// </summary>
internal interface ICustomResource
{
    Task<ResourceAnswer> CreateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken);

    Task<ResourceAnswer> UpdateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken);

    Task<ResourceAnswer> DeleteAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken);

    /// <summary>The id for a failure if nothing better is known.</summary>
    string PhysicalIdForFailure(CustomResourceRequest request);
}
