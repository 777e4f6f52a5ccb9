using BatchResource.Provider.Logging;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// What a kind of resource does with CloudFormation's events. It may throw: the exception becomes FAILED with the id that
/// <see cref="PhysicalIdForFailure"/> gives.
/// </summary>
internal interface ICustomResource
{
    Task<ResourceAnswer> CreateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken);

    Task<ResourceAnswer> UpdateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken);

    Task<ResourceAnswer> DeleteAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken);

    /// <summary>The id to fail with when nothing better is known.</summary>
    string PhysicalIdForFailure(CustomResourceRequest request);
}
