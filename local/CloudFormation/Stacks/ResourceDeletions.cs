using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Deletes single resources, with what is left of them. Each method says whether it succeeded.</summary>
internal sealed class ResourceDeletions(StackState state, ResourceCalls calls, StackLog log)
{
    /// <summary>How often a deletion is tried in a clean-up before the resource is dropped.</summary>
    private const int CleanupTries = 3;

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
                foreach (var copy in resource.Superseded.Append(resource.Current))
                    await calls.DeleteAsync(resource, copy, cancellation);
                log.Gone(resource, ResourceStatus.DeleteComplete);
                return true;
            }
            catch (ResourceFailedException e)
            {
                resource = resource with
                {
                    Status = ResourceStatus.DeleteFailed,
                    StatusReason = e.Message,
                    InvocationId = e.InvocationId,
                };
                log.Resource(resource);
                if (attempt >= tries)
                    return false;
            }
        }
    }

    /// <summary>Deletes a removed resource in the clean-up of an update; after three failures it is dropped.</summary>
    /// <param name="logicalId">The resource.</param>
    /// <param name="isRetained">Whether a deletion policy spares the resource; none spares one whose creation failed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> DropAsync(string logicalId, Func<string, bool> isRetained, CancellationToken cancellation)
    {
        var hasFailed = state.Resources[logicalId].FailedToCreate;
        if (!await DeleteAsync(logicalId, policy => !hasFailed && isRetained(policy), CleanupTries, cancellation))
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
            if (!isRollback && !copy.IsFailed && resource.UpdateReplacePolicy == ResourcePolicy.Retain)
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
                await calls.DeleteAsync(resource, copy, cancellation);
                log.Copy(resource, copy.PhysicalId, ResourceStatus.DeleteComplete);
                return;
            }
            catch (ResourceFailedException e)
            {
                var left = attempt < CleanupTries ? pending : resource;
                log.Copy(left with { InvocationId = e.InvocationId }, copy.PhysicalId, ResourceStatus.DeleteFailed, e.Message);
            }
        }
    }
}
