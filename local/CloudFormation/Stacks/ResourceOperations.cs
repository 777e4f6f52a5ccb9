using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.CustomResources;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What happens to single resources during an operation on their stack. Each method says whether it succeeded.</summary>
internal sealed class ResourceOperations(StackState state, StackServices services, StackLog log, RequestIds requestIds)
{
    /// <summary>How often a deletion is tried in a clean-up before the resource is dropped.</summary>
    private const int CleanupTries = 3;

    /// <summary>Creates a resource, or updates the one of that logical id if its properties change.</summary>
    public async Task<bool> ApplyAsync(
        TemplateResource resource,
        IReadOnlyCollection<string> dependencies,
        Evaluator evaluator,
        CancellationToken cancellation)
    {
        if (!state.Resources.TryGetValue(resource.LogicalId, out var existing))
            return await CreateAsync(resource, dependencies, evaluator, cancellation);

        existing = existing with
        {
            Current = existing.Current with { Dependencies = existing.Dependencies },
            Dependencies = dependencies,
            DeletionPolicy = resource.DeletionPolicy,
            UpdateReplacePolicy = resource.UpdateReplacePolicy,
        };
        var properties = Resolve(resource, evaluator, out var problem);
        if (properties is not null && AreEqual(existing.Current.Properties, properties))
        {
            state.Resources[resource.LogicalId] = existing;
            return true;
        }

        existing = existing with
        {
            Status = ResourceStatus.UpdateInProgress,
            StatusReason = null,
            Target = properties,
            Updates = existing.Updates + 1,
        };
        log.Resource(existing);
        if (properties is null)
            return UpdateFailed(existing, new(problem!));
        try
        {
            await SimulateFailureAsync(resource.LogicalId, FailingOperations.Update, cancellation);
            var copy = await TypeOf(existing).UpdateAsync(ContextOf(existing), existing.Current, properties, cancellation);
            UpdateComplete(existing, copy);
            return true;
        }
        catch (ResourceFailedException e)
        {
            return UpdateFailed(existing, e);
        }
    }

    /// <summary>Takes back an update of a resource; nothing happens when there was none.</summary>
    public async Task<bool> RestoreAsync(ResourceState before, CancellationToken cancellation)
    {
        var current = state.Resources[before.LogicalId];
        if (current.Updates == before.Updates)
        {
            state.Resources[before.LogicalId] = before;
            return true;
        }

        current = current with
        {
            Status = ResourceStatus.UpdateInProgress,
            StatusReason = null,
            Target = before.Current.Properties,
            Current = current.Current with { Dependencies = current.Dependencies },
        };
        log.Resource(current);
        try
        {
            await SimulateFailureAsync(before.LogicalId, FailingOperations.Rollback, cancellation);
            var kept = await TypeOf(current).RestoreAsync(ContextOf(current), current.Current, before.Current, cancellation);
            log.Resource(before with
            {
                Status = ResourceStatus.UpdateComplete,
                Current = kept,
                Superseded = [.. current.Superseded.Append(current.Current).Where(copy => copy.PhysicalId != kept.PhysicalId)],
                Updates = current.Updates,
            });
            return true;
        }
        catch (ResourceFailedException e)
        {
            return UpdateFailed(current, e);
        }
    }

    /// <summary>Gives up what was under way when the process that did it ended; the provider may still be at work.</summary>
    public void Interrupt(ResourceState resource)
    {
        if (resource.Status == ResourceStatus.CreateInProgress)
        {
            log.Resource(resource with
            {
                Status = ResourceStatus.CreateFailed,
                StatusReason = "Resource creation cancelled",
                WasCancelled = true,
            });
        }
        else if (resource.Status == ResourceStatus.UpdateInProgress)
        {
            UpdateFailed(resource, new("Resource update cancelled")
            {
                PhysicalId = resource.Current.PhysicalId,
                MayExist = resource.Target is not null,
                WasCancelled = true,
            });
        }
    }

    /// <summary>Deletes a resource with all its copies, or leaves it where its policy says so.</summary>
    /// <param name="logicalId">The resource.</param>
    /// <param name="isRetained">Whether a deletion policy spares the resource.</param>
    /// <param name="tries">How often a deletion is tried.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> DeleteAsync(string logicalId, Func<string, bool> isRetained, int tries, CancellationToken cancellation)
    {
        var resource = state.Resources[logicalId];
        if (!resource.MayExist || (isRetained(resource.DeletionPolicy) && resource.Current.PhysicalId is not null))
        {
            log.Gone(resource, resource.MayExist ? ResourceStatus.DeleteSkipped : ResourceStatus.DeleteComplete);
            return true;
        }

        for (var attempt = 1; ; attempt++)
        {
            resource = resource with { Status = ResourceStatus.DeleteInProgress, StatusReason = null };
            log.Resource(resource);
            try
            {
                await SimulateFailureAsync(logicalId, FailingOperations.Delete, cancellation);
                foreach (var copy in resource.Superseded.Append(resource.Current))
                    await TypeOf(resource).DeleteAsync(ContextOf(resource), copy, cancellation);
                log.Gone(resource, ResourceStatus.DeleteComplete);
                return true;
            }
            catch (ResourceFailedException e)
            {
                resource = resource with { Status = ResourceStatus.DeleteFailed, StatusReason = e.Message };
                log.Resource(resource);
                if (attempt >= tries)
                    return false;
            }
        }
    }

    /// <summary>Deletes a removed resource in the clean-up of an update; after three failures it is dropped.</summary>
    public async Task<bool> DropAsync(string logicalId, CancellationToken cancellation)
    {
        if (!await DeleteAsync(logicalId, IsRetained, CleanupTries, cancellation))
            state.Resources.TryRemove(logicalId, out _);
        return true;
    }

    /// <summary>Deletes the superseded copies of a resource in the clean-up of an update; after three failures they are dropped.</summary>
    /// <param name="logicalId">The resource.</param>
    /// <param name="isRollback">The copies come from the update itself, so no policy spares them.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> CleanUpAsync(string logicalId, bool isRollback, CancellationToken cancellation)
    {
        var resource = state.Resources[logicalId];
        foreach (var copy in resource.Superseded)
        {
            resource = resource with { Superseded = [.. resource.Superseded.Where(other => other != copy)] };
            if (!isRollback && resource.UpdateReplacePolicy == ResourcePolicy.Retain)
                log.Copy(resource, copy.PhysicalId, ResourceStatus.DeleteSkipped);
            else
                await DeleteCopyAsync(resource, copy, cancellation);
        }

        return true;
    }

    /// <summary>Whether a policy spares a resource that is removed or whose stack is deleted.</summary>
    public static bool IsRetained(string policy) => policy is ResourcePolicy.Retain or ResourcePolicy.RetainExceptOnCreate;

    private async Task DeleteCopyAsync(ResourceState resource, ResourceCopy copy, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= CleanupTries; attempt++)
        {
            var pending = resource with { Superseded = [.. resource.Superseded, copy] };
            log.Copy(pending, copy.PhysicalId, ResourceStatus.DeleteInProgress);
            try
            {
                await SimulateFailureAsync(resource.LogicalId, FailingOperations.Delete, cancellation);
                await TypeOf(resource).DeleteAsync(ContextOf(resource), copy, cancellation);
                log.Copy(resource, copy.PhysicalId, ResourceStatus.DeleteComplete);
                return;
            }
            catch (ResourceFailedException e)
            {
                log.Copy(attempt < CleanupTries ? pending : resource, copy.PhysicalId, ResourceStatus.DeleteFailed, e.Message);
            }
        }
    }

    private async Task<bool> CreateAsync(
        TemplateResource resource,
        IReadOnlyCollection<string> dependencies,
        Evaluator evaluator,
        CancellationToken cancellation)
    {
        var properties = Resolve(resource, evaluator, out var problem);
        var entry = new ResourceState
        {
            LogicalId = resource.LogicalId,
            Type = resource.Type,
            Status = ResourceStatus.CreateInProgress,
            Current = new() { Properties = properties ?? [] },
            Dependencies = dependencies,
            DeletionPolicy = resource.DeletionPolicy,
            UpdateReplacePolicy = resource.UpdateReplacePolicy,
            MayExist = properties is not null,
        };
        log.Resource(entry);
        try
        {
            if (properties is null)
                throw new ResourceFailedException(problem!);
            await SimulateFailureAsync(resource.LogicalId, FailingOperations.Create, cancellation);
            var copy = await TypeOf(entry).CreateAsync(ContextOf(entry), properties, cancellation);
            entry = entry with { Current = copy };
            log.Resource(entry with { StatusReason = "Resource creation Initiated" });
            log.Resource(entry with { Status = ResourceStatus.CreateComplete });
            return true;
        }
        catch (ResourceFailedException e)
        {
            log.Resource(entry with
            {
                Status = ResourceStatus.CreateFailed,
                StatusReason = e.Message,
                Current = entry.Current with { PhysicalId = e.PhysicalId },
                MayExist = e.MayExist,
                WasCancelled = e.WasCancelled,
            });
            return false;
        }
    }

    private void UpdateComplete(ResourceState resource, ResourceCopy copy)
    {
        var isReplaced = copy.PhysicalId != resource.Current.PhysicalId;
        resource = resource with
        {
            Current = copy,
            Target = null,
            Superseded = isReplaced ? [.. resource.Superseded, resource.Current] : resource.Superseded,
        };
        if (isReplaced)
            log.Resource(resource with { StatusReason = "Requested update required the provider to create a new physical resource" });
        log.Resource(resource with { Status = ResourceStatus.UpdateComplete });
    }

    /// <summary>A failed update can name another physical resource all the same; that one is the current one then.</summary>
    private bool UpdateFailed(ResourceState resource, ResourceFailedException failure)
    {
        var failed = resource with
        {
            Status = ResourceStatus.UpdateFailed,
            StatusReason = failure.Message,
            WasCancelled = failure.WasCancelled,
            Target = null,
        };
        if (failure.MayExist)
        {
            var isReplaced = failure.PhysicalId != resource.Current.PhysicalId;
            failed = failed with
            {
                Current = resource.Current with { PhysicalId = failure.PhysicalId, Properties = resource.Target! },
                Superseded = isReplaced ? [.. resource.Superseded, resource.Current] : resource.Superseded,
            };
        }

        log.Resource(failed);
        return false;
    }

    private static JsonObject? Resolve(TemplateResource resource, Evaluator evaluator, out string? problem)
    {
        try
        {
            problem = null;
            return evaluator.Members(resource.Properties);
        }
        catch (Exception e) when (e is FunctionException or ResourceFailedException)
        {
            problem = e.Message;
            return null;
        }
    }

    private async Task SimulateFailureAsync(string logicalId, FailingOperations operation, CancellationToken cancellation)
    {
        if (!services.Failures.TryGetValue(logicalId, out var failure) || !failure.Operations.HasFlag(operation))
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

    /// <summary>Providers see strings only, so 1 and "1" are no change.</summary>
    private static bool AreEqual(JsonObject before, JsonObject after) =>
        JsonNode.DeepEquals(Stringified.Object(before), Stringified.Object(after));

    private IResourceType TypeOf(ResourceState resource) => services.Types.Find(resource.Type)!;

    private ResourceContext ContextOf(ResourceState resource) => new(state.Identity, resource.LogicalId, resource.Type, requestIds);
}
