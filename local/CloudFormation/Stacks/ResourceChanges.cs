using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Creates single resources, updates them and takes updates back. Each method says whether it succeeded.</summary>
internal sealed class ResourceChanges(StackState state, ResourceCalls calls, StackLog log)
{
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
            UpdateComplete(existing, await calls.UpdateAsync(existing, properties, cancellation));
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
            var kept = await calls.RestoreAsync(current, before.Current, cancellation);
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
            entry = entry with { Current = await calls.CreateAsync(entry, properties, cancellation) };
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

    /// <summary>Providers see strings only, so 1 and "1" are no change.</summary>
    private static bool AreEqual(JsonObject before, JsonObject after) =>
        JsonNode.DeepEquals(Stringified.Object(before), Stringified.Object(after));
}
