using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What CloudFormation refuses because of the state that a stack is in.</summary>
internal static class StackChecks
{
    /// <summary>Refuses an update that the stack's state does not allow.</summary>
    /// <exception cref="StackException">Says what does.</exception>
    public static void RefuseUpdate(StackState state, StackRequest request)
    {
        if (state.Status == StackStatus.CreateFailed && state.OnFailure == OnFailure.DoNothing)
        {
            throw new StackException(
                "This stack cannot be updated from [CREATE_FAILED] state because it contains [on-failure: DO_NOTHING]. "
                + "Please use disable-rollback option instead during stack creation.");
        }

        if (request.ParentId is not null && (state.AwaitsParent || StackStatus.IsPaused(state.Status)))
            return;
        if (StackStatus.IsPaused(state.Status) && request.OnFailure != OnFailure.Keep)
        {
            throw new StackException(
                $"This stack is currently in a non-terminal [{state.Status}] state. To update the stack from this state, please use the "
                + "disable-rollback parameter with update-stack API. To rollback to the last known good state, use the rollback-stack API");
        }

        if (!StackStatus.IsPaused(state.Status) && !StackStatus.CanBeUpdated(state.Status))
            throw new StackException($"Stack:{state.Identity.Id} is in {state.Status} state and can not be updated.");
        if (request.OnFailure is OnFailure.DoNothing or OnFailure.Delete)
            throw new StackException("OnFailure is for the creation of a stack; an update has DisableRollback");
    }

    /// <summary>Refuses a deletion that the stack's state, or another stack, does not allow.</summary>
    /// <exception cref="StackException">Says what is in the way.</exception>
    public static void RefuseDeletion(StackState state, DeletionRequest request, StackTable table)
    {
        foreach (var output in state.Outputs.Where(output => output.ExportName is not null))
        {
            if (table.Importers(output.ExportName!) is [var importer, ..])
                throw new StackException($"Export {output.ExportName} cannot be deleted as it is in use by {importer.Identity.Name}");
        }

        var hasFailed = state.Status == StackStatus.DeleteFailed;
        if (request.RetainResources.Count > 0 && !hasFailed)
        {
            throw new StackException(
                $"Resources can be retained only when a deletion has failed: the stack must be in DELETE_FAILED, it is in {state.Status}");
        }

        if (request.RetainResources.Where(name => !state.Resources.ContainsKey(name)).ToList() is { Count: > 0 } unknown)
        {
            throw new StackException(
                "The specified resources to retain must be in a valid state. Do not specify resources that are in state DELETE_COMPLETE. "
                + $"Not in the stack: [{string.Join(", ", unknown)}]");
        }

        if (request.IsForced && !hasFailed)
            throw new StackException($"FORCE_DELETE_STACK is for a stack in DELETE_FAILED, this one is in {state.Status}");
    }

    /// <summary>Refuses to skip resources whose rollback has not failed.</summary>
    /// <returns>Those of nested stacks, which are named <c>StackName.LogicalId</c>.</returns>
    /// <exception cref="StackException">Names them.</exception>
    public static IReadOnlyList<string> RefuseSkipped(
        StackState state, IReadOnlySet<string> skipped, IReadOnlyList<StackState> all)
    {
        var nested = skipped.Where(name => name.Contains('.', StringComparison.Ordinal)).ToList();
        var own = skipped.Except(nested).Where(name => !CanBeSkipped(state, name));
        var wrong = own.Concat(nested.Where(name => !CanBeSkippedBelow(name))).ToList();
        if (wrong.Count > 0)
        {
            throw new StackException(
                "Only resources can be skipped that are in UPDATE_FAILED because their rollback failed, not because it was cancelled; "
                + $"got [{string.Join(", ", wrong)}]");
        }

        return nested;

        bool CanBeSkippedBelow(string name) => name.Split('.') is [var stackName, var logicalId]
            && all.LastOrDefault(stack => IsBelow(stack, stackName)) is { } child && CanBeSkipped(child, logicalId);

        bool IsBelow(StackState stack, string stackName) =>
            stack.Exists && stack.RootId == state.Identity.Id && stack.Identity.Name == stackName;
    }

    private static bool CanBeSkipped(StackState state, string logicalId) =>
        state.Before?.Resources.ContainsKey(logicalId) == true
        && state.Resources.TryGetValue(logicalId, out var resource)
        && resource is { Status: ResourceStatus.UpdateFailed, WasCancelled: false };

    /// <summary>Refuses what is no name for a stack.</summary>
    /// <exception cref="TemplateException">The name is malformed.</exception>
    public static void RefuseName(string name, string what = "Stack")
    {
        if (name.Length is 0 or > 128 || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new TemplateException(
                $"{what} name must start with a letter and hold at most 128 letters, digits and hyphens, got \"{name}\"");
        }
    }

    /// <summary>Refuses a template that gives a resource of the stack another type.</summary>
    /// <exception cref="TemplateException">Names the resources.</exception>
    public static void RefuseOtherTypes(Template template, StackState state)
    {
        var changed = template.Resources.Values
            .Where(resource => state.Resources.TryGetValue(resource.LogicalId, out var known) && known.Type != resource.Type)
            .Select(resource => resource.LogicalId)
            .ToList();
        if (changed.Count > 0)
        {
            throw new TemplateException(
                "Update of resource type is not permitted. The new template modifies resource type of the following resources: "
                + $"[{string.Join(", ", changed)}]");
        }
    }

    /// <summary>Whether two sets of parameters or tags are the same.</summary>
    public static bool AreSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out var text) && text == entry.Value);
}
