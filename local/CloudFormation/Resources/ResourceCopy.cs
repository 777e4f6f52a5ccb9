using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>
/// One physical resource behind a logical id. There are two of them for a while when an update replaces the resource.
/// </summary>
internal sealed record ResourceCopy
{
    /// <summary>The physical id, or null when a creation failed before anybody said one.</summary>
    public string? PhysicalId { get; init; }

    /// <summary>Its creation failed: whatever there is of it, no policy spares it.</summary>
    public bool IsFailed { get; init; }

    /// <summary>The resolved properties it was made from.</summary>
    public required JsonObject Properties { get; init; }

    /// <summary>What <c>Fn::GetAtt</c> can ask for.</summary>
    public JsonObject Attributes { get; init; } = [];

    /// <summary>
    /// The resources that must outlive this copy, once it is superseded; the resource's own are those of the current one.
    /// </summary>
    public IReadOnlyCollection<string> Dependencies { get; init; } = [];

    /// <summary>The key of the answer that the attributes came in, for the error about a missing one.</summary>
    public string? AnswerKey { get; init; }
}
