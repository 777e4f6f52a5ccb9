using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.CloudFormation.Changes;

/// <summary>
/// What an update would do with a resource, as in
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html">ResourceChange</see>.
/// </summary>
/// <param name="Action">What would be done.</param>
/// <param name="LogicalId">The resource.</param>
/// <param name="Type">Its type.</param>
internal sealed record PlannedChange(ChangeAction Action, string LogicalId, string Type)
{
    /// <summary>The physical id; null for a resource that does not exist yet.</summary>
    public string? PhysicalId { get; init; }

    /// <summary>Whether another physical resource takes its place; null unless it is modified.</summary>
    public Replacement? Replacement { get; init; }

    /// <summary>The changes of a resource that is modified.</summary>
    public IReadOnlyList<ChangeDetail> Details { get; init; } = [];

    /// <summary>
    /// What becomes of the physical resource: the policy of one that is removed, <c>ReplaceAnd...</c> of one that is replaced.
    /// </summary>
    public string? PolicyAction { get; init; }

    /// <summary>The ARN of the change set that says what changes in the stack that the resource is; null for other resources.</summary>
    public string? ChangeSetId { get; init; }

    /// <summary>The properties before; null where there was no resource.</summary>
    public JsonObject? Before { get; init; }

    /// <summary>The properties after; null where there is no resource. What is not known yet is <see cref="UnknownValue.Text"/>.</summary>
    public JsonObject? After { get; init; }

    /// <summary>The attributes that change, each once.</summary>
    public IReadOnlyList<string> Scope => [.. Details.Select(detail => detail.Attribute).Distinct()];
}
