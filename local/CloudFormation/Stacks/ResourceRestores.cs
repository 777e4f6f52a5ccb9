using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Takes updates of single resources back.</summary>
internal sealed class ResourceRestores(
    StackState state, CloudFormationBehavior behavior, ResourceCalls calls, ResourceChanges changes, StackLog log)
{
    /// <summary>Takes back an update of a resource; nothing happens when there was none.</summary>
    public async Task<bool> RestoreAsync(ResourceState before, CancellationToken cancellation)
    {
        var current = state.Resources[before.LogicalId];
        if (current.IsRestored)
            return true;
        if (current.Updates == before.Updates)
        {
            state.Resources[before.LogicalId] = before with { IsRestored = true };
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
                IsRestored = true,
            });
            return true;
        }
        catch (ResourceFailedException e)
        {
            return changes.UpdateFailed(current, e);
        }
    }

    /// <summary>Leaves a resource that cannot be rolled back as it is; only CloudFormation's own record of it goes back.</summary>
    public void SkipRestore(ResourceState before)
    {
        var current = state.Resources[before.LogicalId];
        var kept = behavior.SkippedResource == SkippedResource.KeepsOriginal ? before.Current : current.Current;
        log.Resource(before with
        {
            Status = ResourceStatus.UpdateComplete,
            StatusReason = null,
            Current = kept with { Properties = before.Current.Properties },
            Superseded = [.. current.Superseded.Append(current.Current).Where(copy => copy.PhysicalId != kept.PhysicalId)],
            Updates = current.Updates,
            IsRestored = true,
        });
    }

    /// <summary>Ends the failed update of a resource in a stack that is not rolled back.</summary>
    public async Task KeepFailedAsync(ResourceState resource, CancellationToken cancellation)
    {
        if (behavior.FailedUpdate == FailedUpdate.CountsAsUpdated || resource.LastStable is not { } stable)
            return;
        var properties = stable.Properties;
        if (behavior.FailedUpdate == FailedUpdate.CountsAsBefore)
        {
            state.Resources[resource.LogicalId] = resource with { Current = resource.Current with { Properties = properties } };
            return;
        }

        try
        {
            var kept = await calls.RestoreAsync(resource with { Target = properties }, stable, cancellation);
            log.Resource(resource with
            {
                Current = kept,
                Superseded = [.. resource.Superseded.Append(resource.Current).Where(copy => copy.PhysicalId != kept.PhysicalId)],
            });
        }
        catch (ResourceFailedException e)
        {
            log.Resource(resource with { StatusReason = $"{resource.StatusReason} Taking the update back failed: {e.Message}" });
        }
    }
}
