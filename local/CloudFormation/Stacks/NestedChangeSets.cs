using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// Makes a change set for each nested stack that changes, one that does not exist yet included. What is wrong with one is said there, so
/// that nothing is thrown.
/// </summary>
/// <param name="planner">Plans stacks.</param>
/// <param name="services">The clock, and what keeps stacks.</param>
/// <param name="parent">The change set of the stack that they are nested in.</param>
internal sealed class NestedChangeSets(StackPlanner planner, StackServices services, ChangeSetOrigin parent) : INestedPlans
{
    private const int LongestName = 128;

    /// <summary>The ARN of a change set that failed; null where none did.</summary>
    public string? Failed { get; private set; }

    /// <inheritdoc/>
    public NestedChange? Of(INestedStackType type, StackState stack, string logicalId, string? stackId, JsonObject properties)
    {
        var suffix = $"-{Guid.NewGuid().ToString("N")[..12]}";
        var name = $"{parent.Name}-{logicalId}";
        var request = new ChangeSetRequest(
            name[..Math.Min(name.Length, LongestName - suffix.Length)] + suffix,
            new(stackId ?? type.NewName(stack.Identity, logicalId), "", new Dictionary<string, string>()) { ParentId = stack.Identity.Id })
        {
            IsCreation = stackId is null,
            IncludesNestedStacks = true,
        };
        var set = Make(request, type, stack, logicalId, properties);
        if (set?.Status == ChangeSet.Failed)
            Failed ??= set.Id;
        return set is null ? null : new(set.Id);
    }

    private ChangeSet? Make(ChangeSetRequest request, INestedStackType type, StackState stack, string logicalId, JsonObject properties)
    {
        var origin = new ChangeSetOrigin(request.Name, planner.NewChangeSetId(request.Name))
        {
            ParentId = parent.Id,
            RootId = parent.RootId ?? parent.Id,
            LogicalId = logicalId,
        };
        var below = new NestedChangeSets(planner, services, origin);
        try
        {
            request = request with { Stack = type.Request(stack.Identity, request.Stack.StackName, properties) };
            var (state, plan) = request.IsCreation ? planner.PlanCreation(request, below) : planner.PlanUpdate(request.Stack, below);
            if (plan.IsEmpty && !request.IsCreation)
                return null;
            return Add(state, ChangeSet.Of(request, origin, state, plan, below.Failed, services.Clock.GetUtcNow()));
        }
        catch (Exception e) when (e is TemplateException or StackException or ResourceFailedException)
        {
            var state = request.IsCreation ? planner.Review(request.Stack) : planner.Existing(request.Stack.StackName);
            var none = new StackDiff([], new Dictionary<string, string>(), HasOthers: true);
            return Add(state, ChangeSet.Of(request, origin, state, none, failedBelow: null, services.Clock.GetUtcNow()) with
            {
                Status = ChangeSet.Failed,
                StatusReason = e.Message,
            });
        }
    }

    private ChangeSet Add(StackState state, ChangeSet set)
    {
        state.ChangeSets[set.Name] = set;
        services.Save?.Invoke(state);
        return set;
    }
}
