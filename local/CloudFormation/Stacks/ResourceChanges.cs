using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Creates and updates single resources. Each method says whether it succeeded.</summary>
internal sealed class ResourceChanges(
    StackState state, StackServices services, ResourceCalls calls, ResourceDeletions deletions, StackLog log)
{
    /// <summary>Creates a resource, or updates the one of that logical id if its properties change.</summary>
    public async Task<bool> ApplyAsync(
        TemplateResource resource,
        IReadOnlyCollection<string> dependencies,
        Evaluator evaluator,
        CancellationToken cancellation)
    {
        if (!state.Resources.TryGetValue(resource.LogicalId, out var existing))
            return await CreateAsync(resource, dependencies, evaluator, [], cancellation);
        if (existing.FailedToCreate)
            return await CreateAgainAsync(existing, resource, dependencies, evaluator, cancellation);

        var isRetry = existing.Status == ResourceStatus.UpdateFailed;
        existing = existing with
        {
            IsRestored = false,
            LastStable = isRetry ? existing.LastStable : existing.Current,
            Current = existing.Current with { Dependencies = existing.Dependencies },
            Dependencies = dependencies,
            DeletionPolicy = resource.DeletionPolicy,
            UpdateReplacePolicy = resource.UpdateReplacePolicy,
        };
        var properties = Resolve(resource, evaluator, out var problem);
        if (properties is not null && !isRetry && Stringified.AreEqual(existing.Current.Properties, properties)
            && !services.NestedDiffers(state.Identity, existing, properties))
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
        if (RefusesReplacement(existing, properties))
            return UpdateFailed(existing, new("Replacement type updates not supported on stack with disable-rollback."));
        try
        {
            UpdateComplete(existing, await calls.UpdateAsync(existing, properties, cancellation));
            return true;
        }
        catch (ResourceFailedException e)
        {
            return UpdateFailed(existing, e);
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
                FailedToCreate = true,
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

    private async Task<bool> CreateAgainAsync(
        ResourceState failed,
        TemplateResource resource,
        IReadOnlyCollection<string> dependencies,
        Evaluator evaluator,
        CancellationToken cancellation)
    {
        if (services.Behavior.FailedCreation == FailedCreation.IsDeletedBeforeTheRetry)
        {
            return await deletions.DeleteAsync(failed.LogicalId, isRetained: _ => false, tries: 1, cancellation)
                && await CreateAsync(resource, dependencies, evaluator, [], cancellation);
        }

        var left = failed.MayExist ? failed.Superseded.Append(failed.Current with { IsFailed = true }) : failed.Superseded;
        return await CreateAsync(resource, dependencies, evaluator, [.. left], cancellation);
    }

    private async Task<bool> CreateAsync(
        TemplateResource resource,
        IReadOnlyCollection<string> dependencies,
        Evaluator evaluator,
        IReadOnlyList<ResourceCopy> superseded,
        CancellationToken cancellation)
    {
        var properties = Resolve(resource, evaluator, out var problem);
        var entry = new ResourceState
        {
            LogicalId = resource.LogicalId,
            Type = resource.Type,
            Status = ResourceStatus.CreateInProgress,
            Current = new() { Properties = properties ?? [] },
            Superseded = superseded,
            Dependencies = dependencies,
            DeletionPolicy = resource.DeletionPolicy,
            UpdateReplacePolicy = resource.UpdateReplacePolicy,
            MayExist = properties is not null || superseded.Count > 0,
        };
        log.Resource(entry);
        try
        {
            if (properties is null)
                throw new ResourceFailedException(problem!);
            entry = entry with { Current = await calls.CreateAsync(entry, properties, cancellation) };
            log.Resource(entry with { StatusReason = "Resource creation Initiated" });
            log.Resource(entry with { Status = ResourceStatus.CreateComplete });
            return true;
        }
        catch (ResourceFailedException e)
        {
            // Where nothing has come to exist, an earlier failed creation is what there is to delete.
            var isOlderCopyLeft = !e.MayExist && superseded.Count > 0;
            log.Resource(entry with
            {
                Status = ResourceStatus.CreateFailed,
                StatusReason = e.Message,
                InvocationId = e.InvocationId,
                Current = isOlderCopyLeft ? superseded[^1] : entry.Current with { PhysicalId = e.PhysicalId },
                Superseded = isOlderCopyLeft ? [.. superseded.SkipLast(1)] : superseded,
                MayExist = e.MayExist || isOlderCopyLeft,
                FailedToCreate = true,
                WasCancelled = e.WasCancelled,
            });
            return false;
        }
    }

    private bool RefusesReplacement(ResourceState resource, JsonObject properties) =>
        state.OnFailure == OnFailure.Keep
        && services.Behavior.ReplacementWithoutRollback == ReplacementWithoutRollback.IsRefused
        && services.Types.Of(resource.Type).Replaces(resource.Current.Properties, properties) == Replacement.True;

    private void UpdateComplete(ResourceState resource, ResourceCopy copy)
    {
        var isReplaced = copy.PhysicalId != resource.Current.PhysicalId;
        resource = resource with
        {
            Current = copy,
            Target = null,
            LastStable = null,
            Superseded = isReplaced ? [.. resource.Superseded, resource.Current] : resource.Superseded,
        };
        if (isReplaced)
            log.Resource(resource with { StatusReason = "Requested update required the provider to create a new physical resource" });
        log.Resource(resource with { Status = ResourceStatus.UpdateComplete });
    }

    /// <summary>A failed update can name another physical resource all the same; that one is the current one then.</summary>
    public bool UpdateFailed(ResourceState resource, ResourceFailedException failure)
    {
        var failed = resource with
        {
            Status = ResourceStatus.UpdateFailed,
            StatusReason = failure.Message,
            InvocationId = failure.InvocationId,
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
}
