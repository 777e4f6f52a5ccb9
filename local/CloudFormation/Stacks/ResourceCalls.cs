using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// Has a resource's type do what is to be done, or fail as it was asked to. Each method throws <see cref="ResourceFailedException"/> when
/// it failed, and nothing else: what a type did not expect is the resource's failure, not the stack's.
/// </summary>
internal sealed class ResourceCalls(StackState state, StackServices services, RequestIds requestIds)
{
    /// <inheritdoc cref="IResourceType.CreateAsync"/>
    public async Task<ResourceCopy> CreateAsync(ResourceState resource, JsonObject properties, CancellationToken cancellation)
    {
        await SimulateFailureAsync(resource, FailingOperations.Create, cancellation);
        return await GuardAsync(
            FailingOperations.Create,
            type => type.CreateAsync(ContextOf(resource), properties, cancellation),
            resource,
            cancellation);
    }

    /// <inheritdoc cref="IResourceType.UpdateAsync"/>
    public async Task<ResourceCopy> UpdateAsync(ResourceState resource, JsonObject properties, CancellationToken cancellation)
    {
        await SimulateFailureAsync(resource, FailingOperations.Update, cancellation);
        return await GuardAsync(
            FailingOperations.Update,
            type => type.UpdateAsync(ContextOf(resource), resource.Current, properties, cancellation),
            resource,
            cancellation);
    }

    /// <inheritdoc cref="IResourceType.RestoreAsync"/>
    public async Task<ResourceCopy> RestoreAsync(ResourceState resource, ResourceCopy before, CancellationToken cancellation)
    {
        await SimulateFailureAsync(resource, FailingOperations.Rollback, cancellation);
        return await GuardAsync(
            FailingOperations.Rollback,
            type => type.RestoreAsync(ContextOf(resource), resource.Current, before, cancellation),
            resource,
            cancellation);
    }

    /// <inheritdoc cref="IResourceType.DeleteAsync"/>
    public async Task DeleteAsync(ResourceState resource, ResourceCopy copy, CancellationToken cancellation)
    {
        await SimulateFailureAsync(resource, FailingOperations.Delete, cancellation);
        await GuardAsync(FailingOperations.Delete, DeleteAsync, resource, cancellation);

        async Task<ResourceCopy> DeleteAsync(IResourceType type)
        {
            await type.DeleteAsync(ContextOf(resource), copy, cancellation);
            return copy;
        }
    }

    /// <summary>
    /// Tells a resource that the update of its stack has succeeded; nothing that goes wrong then is the update's failure.
    /// </summary>
    public async Task CommitAsync(ResourceState resource, CancellationToken cancellation)
    {
        try
        {
            await TypeOf(resource).CommitAsync(ContextOf(resource), resource.Current, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What it had to clean up stays behind, as with a clean-up of the stack's own that fails.
        }
    }

    private async Task<ResourceCopy> GuardAsync(
        FailingOperations operation, Func<IResourceType, Task<ResourceCopy>> call, ResourceState resource, CancellationToken cancellation)
    {
        try
        {
            return await call(TypeOf(resource));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && operation != FailingOperations.Delete)
        {
            throw Cancelled(operation);
        }
        catch (Exception e) when (e is not ResourceFailedException
            && !(e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            throw new ResourceFailedException($"{e.Message} ({e.GetType().Name})");
        }
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
        catch (OperationCanceledException) when (operation != FailingOperations.Delete)
        {
            throw Cancelled(operation);
        }

        throw new ResourceFailedException(failure.Reason);
    }

    private static ResourceFailedException Cancelled(FailingOperations operation) =>
        new($"Resource {(operation == FailingOperations.Create ? "creation" : "update")} cancelled") { WasCancelled = true };

    private IResourceType TypeOf(ResourceState resource) => services.Types.Of(resource.Type);

    private ResourceContext ContextOf(ResourceState resource) => new(state.Identity, resource.LogicalId, resource.Type, requestIds);
}
