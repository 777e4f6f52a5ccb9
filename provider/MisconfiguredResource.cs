using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider;

/// <summary>
/// Answers for every resource when the function's environment is wrong, for example an environment variable. If the function did not start,
/// CloudFormation would wait an hour for an answer (L1).
/// </summary>
internal sealed class MisconfiguredResource(string problem) : ICustomResource
{
    /// <inheritdoc/>
    public Task<ResourceAnswer> CreateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Task.FromResult(Fail(request));

    /// <inheritdoc/>
    public Task<ResourceAnswer> UpdateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Task.FromResult(Fail(request));

    /// <summary>Succeeds if nothing was started, so that the stack of a failed first deployment can be rolled back.</summary>
    public Task<ResourceAnswer> DeleteAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Task.FromResult(
            request.PhysicalResourceId is { } id && PhysicalId.IsNoJob(id) ? ResourceAnswer.Success(id, []) : Fail(request));

    /// <inheritdoc/>
    public string PhysicalIdForFailure(CustomResourceRequest request) =>
        request.PhysicalResourceId ?? PhysicalId.NoJob(request.RequestId, request.ResponseUrl.IssuedAt);

    private ResourceAnswer Fail(CustomResourceRequest request) => ResourceAnswer.Failure(
        PhysicalIdForFailure(request), $"nothing was done: {problem}");
}
