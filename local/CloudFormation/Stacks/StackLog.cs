namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Changes states and writes the stack's history.</summary>
internal sealed class StackLog(StackState state, StackServices services)
{
    private readonly Lock gate = new();

    /// <summary>The stack enters a state.</summary>
    public void Stack(string status, string? reason = null)
    {
        lock (gate)
        {
            var now = services.Clock.GetUtcNow();
            switch (status)
            {
                case StackStatus.UpdateInProgress or StackStatus.UpdateRollbackInProgress or StackStatus.RollbackInProgress:
                    state.LastUpdatedTime = now;
                    break;
                case StackStatus.DeleteInProgress or StackStatus.DeleteComplete:
                    state.DeletionTime = now;
                    break;
            }

            state.Enter(new(status, reason));
            Add(now, Guid.NewGuid().ToString(), state.Identity.Name, state.Identity.Id, StackEvent.StackType, status, reason);
        }
    }

    /// <summary>A resource enters a state, as given.</summary>
    /// <param name="resource">The resource as it is from now on.</param>
    public void Resource(ResourceState resource) => Copy(resource, resource.Current.PhysicalId, resource.Status, resource.StatusReason);

    /// <summary>A resource leaves the stack.</summary>
    public void Gone(ResourceState resource, string status)
    {
        lock (gate)
        {
            state.Resources.TryRemove(resource.LogicalId, out _);
            Add(resource, services.Clock.GetUtcNow(), resource.Current.PhysicalId, status, null);
        }
    }

    /// <summary>Something happens to a copy of a resource that is not the current one; the resource's own state stays.</summary>
    public void Copy(ResourceState resource, string? physicalId, string status, string? reason = null)
    {
        lock (gate)
        {
            var now = services.Clock.GetUtcNow();
            state.Resources[resource.LogicalId] = resource with { Timestamp = now };
            Add(resource, now, physicalId, status, reason);
        }
    }

    private void Add(ResourceState resource, DateTimeOffset now, string? physicalId, string status, string? reason) =>
        Add(
            now,
            $"{resource.LogicalId}-{status}-{Guid.NewGuid()}",
            resource.LogicalId,
            physicalId,
            resource.Type,
            status,
            reason,
            status.EndsWith("_FAILED", StringComparison.Ordinal) ? resource.InvocationId : null);

    private void Add(
        DateTimeOffset now,
        string eventId,
        string logicalId,
        string? physicalId,
        string type,
        string status,
        string? reason,
        string? invocationId = null)
    {
        var entry = new StackEvent(now, state.Identity.Name, logicalId, physicalId, type, status, reason)
        {
            EventId = eventId,
            StackId = state.Identity.Id,
            ClientRequestToken = state.ClientRequestToken,
            ProviderRequestId = invocationId,
        };
        state.Events.Enqueue(entry);
        services.Observer?.Invoke(state, entry);
    }
}
