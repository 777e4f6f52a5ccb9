using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>An output's declaration.</summary>
internal sealed record TemplateOutput(string Name, JsonNode Value)
{
    public string? Description { get; init; }

    public JsonNode? ExportName { get; init; }

    public string? Condition { get; init; }
}
