using BatchResource.Contract;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider;

/// <summary>
/// The kinds of resource that the function provides. Every type but the completion's is a job: a template may also say
/// <c>AWS::CloudFormation::CustomResource</c>, or have a name of its own.
/// </summary>
internal sealed class ProviderResources(ICustomResource job, ICustomResource completion) : ICustomResource
{
    /// <inheritdoc/>
    public Task<ResourceAnswer> CreateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Of(request).CreateAsync(request, log, cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceAnswer> UpdateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Of(request).UpdateAsync(request, log, cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceAnswer> DeleteAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Of(request).DeleteAsync(request, log, cancellationToken);

    /// <inheritdoc/>
    public string PhysicalIdForFailure(CustomResourceRequest request) => Of(request).PhysicalIdForFailure(request);

    private ICustomResource Of(CustomResourceRequest request) =>
        string.Equals(request.ResourceType, ResourceType.Completion, StringComparison.Ordinal) ? completion : job;
}
