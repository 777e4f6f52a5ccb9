using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>A resource's declaration.</summary>
internal sealed record TemplateResource(string LogicalId, string Type, JsonObject Properties)
{
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public string? Condition { get; init; }

    public string DeletionPolicy { get; init; } = ResourcePolicy.Delete;

    public string UpdateReplacePolicy { get; init; } = ResourcePolicy.Delete;

    /// <summary>What is said about the resource and means nothing to it.</summary>
    public JsonObject? Metadata { get; init; }
}
