using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider.Tests.Support;

/// <summary>A resource that does one thing, whatever the event, and remembers the events.</summary>
internal sealed class StubResource(Func<CustomResourceRequest, CancellationToken, Task<ResourceAnswer>> act) : ICustomResource
{
    public const string IdForFailure = "id-for-failure";

    /// <summary>The events that came, by the method that they came to.</summary>
    public List<(RequestType Method, CustomResourceRequest Request)> Calls { get; } = [];

    /// <summary>A resource that succeeds.</summary>
    public static StubResource Succeeding() =>
        new((_, _) => Task.FromResult(ResourceAnswer.Success("job-arn", [new("JobArn", "job-arn")])));

    /// <summary>A resource that no event may reach.</summary>
    public static StubResource Untouchable() =>
        new((request, _) => throw new InvalidOperationException($"{request.RequestType} came through"));

    /// <inheritdoc/>
    public Task<ResourceAnswer> CreateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        ActAsync(RequestType.Create, request, cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceAnswer> UpdateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        ActAsync(RequestType.Update, request, cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceAnswer> DeleteAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        ActAsync(RequestType.Delete, request, cancellationToken);

    /// <inheritdoc/>
    public string PhysicalIdForFailure(CustomResourceRequest request) => request.PhysicalResourceId ?? IdForFailure;

    private Task<ResourceAnswer> ActAsync(RequestType method, CustomResourceRequest request, CancellationToken cancellationToken)
    {
        Calls.Add((method, request));
        return act(request, cancellationToken);
    }
}
