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
            (state.Status, state.StatusReason) = (status, reason);
            Add(state.Identity.Name, state.Identity.Id, StackEvent.StackType, status, reason);
        }
    }

    /// <summary>A resource enters a state, as given.</summary>
    /// <param name="resource">The resource as it is from now on.</param>
    public void Resource(ResourceState resource)
    {
        lock (gate)
        {
            state.Resources[resource.LogicalId] = resource;
            Add(resource.LogicalId, resource.Current.PhysicalId, resource.Type, resource.Status, resource.StatusReason);
        }
    }

    /// <summary>A resource leaves the stack.</summary>
    public void Gone(ResourceState resource, string status)
    {
        lock (gate)
        {
            state.Resources.TryRemove(resource.LogicalId, out _);
            Add(resource.LogicalId, resource.Current.PhysicalId, resource.Type, status, null);
        }
    }

    /// <summary>Something happens to a copy of a resource that is not the current one; the resource's own state stays.</summary>
    public void Copy(ResourceState resource, string? physicalId, string status, string? reason = null)
    {
        lock (gate)
        {
            state.Resources[resource.LogicalId] = resource;
            Add(resource.LogicalId, physicalId, resource.Type, status, reason);
        }
    }

    private void Add(string logicalId, string? physicalId, string type, string status, string? reason)
    {
        var entry = new StackEvent(services.Clock.GetUtcNow(), state.Identity.Name, logicalId, physicalId, type, status, reason);
        state.Events.Enqueue(entry);
        services.Observer?.Invoke(state, entry);
    }
}
