using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// Has a resource's type do what is to be done, or fail as it was asked to. Each method throws <see cref="ResourceFailedException"/> when it
/// failed.
/// </summary>
internal sealed class ResourceCalls(StackState state, StackServices services, RequestIds requestIds)
{
    /// <inheritdoc cref="IResourceType.CreateAsync"/>
    public async Task<ResourceCopy> CreateAsync(ResourceState resource, JsonObject properties, CancellationToken cancellation)
    {
        await SimulateFailureAsync(resource, FailingOperations.Create, cancellation);
        return await TypeOf(resource).CreateAsync(ContextOf(resource), properties, cancellation);
    }

    /// <inheritdoc cref="IResourceType.UpdateAsync"/>
    public async Task<ResourceCopy> UpdateAsync(ResourceState resource, JsonObject properties, CancellationToken cancellation)
    {
        await SimulateFailureAsync(resource, FailingOperations.Update, cancellation);
        return await TypeOf(resource).UpdateAsync(ContextOf(resource), resource.Current, properties, cancellation);
    }

    /// <inheritdoc cref="IResourceType.RestoreAsync"/>
    public async Task<ResourceCopy> RestoreAsync(ResourceState resource, ResourceCopy before, CancellationToken cancellation)
    {
        await SimulateFailureAsync(resource, FailingOperations.Rollback, cancellation);
        return await TypeOf(resource).RestoreAsync(ContextOf(resource), resource.Current, before, cancellation);
    }

    /// <inheritdoc cref="IResourceType.DeleteAsync"/>
    public async Task DeleteAsync(ResourceState resource, ResourceCopy copy, CancellationToken cancellation)
    {
        await SimulateFailureAsync(resource, FailingOperations.Delete, cancellation);
        await TypeOf(resource).DeleteAsync(ContextOf(resource), copy, cancellation);
    }

    private async Task SimulateFailureAsync(ResourceState resource, FailingOperations operation, CancellationToken cancellation)
    {
        if (!services.Failures.TryGetValue(resource.LogicalId, out var failure) || !failure.Operations.HasFlag(operation))
            return;
        try
        {
            await (failure.When ?? Task.CompletedTask).WaitAsync(cancellation);
            await Task.Delay(failure.After, services.Clock, cancellation);
        }
        catch (OperationCanceledException)
        {
            var kind = operation == FailingOperations.Create ? "creation" : "update";
            throw new ResourceFailedException($"Resource {kind} cancelled") { WasCancelled = true };
        }

        throw new ResourceFailedException(failure.Reason);
    }

    private IResourceType TypeOf(ResourceState resource) => services.Types.Find(resource.Type)!;

    private ResourceContext ContextOf(ResourceState resource) => new(state.Identity, resource.LogicalId, resource.Type, requestIds);
}
