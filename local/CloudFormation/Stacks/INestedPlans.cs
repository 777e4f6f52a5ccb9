using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Plans the stacks that are nested in a stack that is planned.</summary>
internal interface INestedPlans
{
    /// <summary>What becomes of a nested stack.</summary>
    /// <param name="type">Its resource type.</param>
    /// <param name="parent">The stack that it is nested in.</param>
    /// <param name="logicalId">The resource of the parent.</param>
    /// <param name="stackId">Its ARN; null where it does not exist yet.</param>
    /// <param name="properties">The properties that the resource is to have.</param>
    /// <returns>Null when it stays as it is.</returns>
    NestedChange? Of(INestedStackType type, StackState parent, string logicalId, string? stackId, JsonObject properties);
}

/// <summary>A nested stack changes.</summary>
/// <param name="ChangeSetId">The ARN of the change set that says how; null where none was asked for.</param>
internal sealed record NestedChange(string? ChangeSetId);
