namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>The change sets of nested stacks. They were made with that of the outermost stack, and go with it.</summary>
internal sealed class ChangeSetTree(StackTable table, StackServices services)
{
    /// <summary>The change sets that were made with the outermost one.</summary>
    public IEnumerable<(StackState Stack, ChangeSet Set)> Below(string rootId) => table.Living.SelectMany(stack =>
        stack.ChangeSets.Values.Where(set => set.RootId == rootId).Select(set => (stack, set)));

    /// <summary>The change set of a nested stack that is executed, since that of its parent is; null where there is none.</summary>
    public ChangeSet? Executing(StackState nested)
    {
        var parents = ExecutingIn(nested.ParentId);
        return nested.ChangeSets.Values.FirstOrDefault(set => set.ParentId is { } parent && parents.Contains(parent));
    }

    /// <summary>The stack that was made for a resource when the change set was which is executed; null where there is none.</summary>
    public StackState? Reviewed(string parentId, string logicalId)
    {
        var parents = ExecutingIn(parentId);
        return table.Living.FirstOrDefault(stack => stack.ParentId == parentId && stack.Status == StackStatus.ReviewInProgress
            && stack.ChangeSets.Values.Any(set => set.LogicalId == logicalId && parents.Contains(set.ParentId!)));
    }

    /// <summary>
    /// Deletes what was made with the outermost change set and is not executed, with the stacks that were there for it alone.
    /// </summary>
    public void Drop(string rootId)
    {
        foreach (var (stack, set) in Below(rootId).ToList())
        {
            if (set.ExecutionStatus != ChangeSetExecution.Unavailable)
                continue;
            stack.ChangeSets.TryRemove(set.Name, out _);
            if (stack.Status == StackStatus.ReviewInProgress && stack.ChangeSets.IsEmpty)
                new StackLog(stack, services).Stack(StackStatus.DeleteComplete);
            else
                services.Save?.Invoke(stack);
        }
    }

    private HashSet<string> ExecutingIn(string? stackId) =>
    [
        .. (stackId is null ? null : table.Find(stackId))?.ChangeSets.Values
            .Where(set => set.ExecutionStatus == ChangeSetExecution.InProgress)
            .Select(set => set.Id) ?? [],
    ];
}
