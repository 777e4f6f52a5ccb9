using BatchResource.Local.CloudFormation.Changes;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What a request would change.</summary>
/// <param name="Changes">The changes of resources.</param>
/// <param name="Parameters">The texts of all parameters.</param>
/// <param name="HasOthers">Whether something changes that is no resource: parameters, tags, outputs, the order of resources.</param>
internal sealed record StackDiff(IReadOnlyList<PlannedChange> Changes, IReadOnlyDictionary<string, string> Parameters, bool HasOthers)
{
    /// <summary>Nothing would change.</summary>
    public bool IsEmpty => Changes.Count == 0 && !HasOthers;
}
