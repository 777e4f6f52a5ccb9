using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider;

/// <summary>
/// Stands in for every resource when something is wrong with where the function runs, its environment variables for instance. A function
/// that does not start would leave CloudFormation without an answer for an hour (L1).
/// </summary>
internal sealed class MisconfiguredResource(string problem) : ICustomResource
{
    /// <inheritdoc/>
    public Task<ResourceAnswer> CreateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Task.FromResult(Fail(request));

    /// <inheritdoc/>
    public Task<ResourceAnswer> UpdateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Task.FromResult(Fail(request));

    /// <summary>Lets go of what was never started, so that the stack of a failed first deployment can be rolled back.</summary>
    public Task<ResourceAnswer> DeleteAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Task.FromResult(
            request.PhysicalResourceId is { } id && PhysicalId.IsNoJob(id) ? ResourceAnswer.Success(id, []) : Fail(request));

    /// <inheritdoc/>
    public string PhysicalIdForFailure(CustomResourceRequest request) =>
        request.PhysicalResourceId ?? PhysicalId.NoJob(request.RequestId, request.ResponseUrl.IssuedAt);

    private ResourceAnswer Fail(CustomResourceRequest request) => ResourceAnswer.Failure(
        PhysicalIdForFailure(request), $"nothing was done: {problem}");
}
