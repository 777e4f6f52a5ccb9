using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>A CloudFormation template, read but not resolved.</summary>
internal sealed record Template
{
    /// <summary>The template as it was given, for the record of the stack.</summary>
    public required string Body { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether the template asks for the transform AWS::LanguageExtensions.</summary>
    public bool HasExtensions { get; init; }

    public required IReadOnlyDictionary<string, TemplateParameter> Parameters { get; init; }

    public required IReadOnlyDictionary<string, JsonNode> Conditions { get; init; }

    /// <summary>Mappings: map name, top-level key, second-level key, value.</summary>
    public required JsonObject Mappings { get; init; }

    public required IReadOnlyDictionary<string, TemplateRule> Rules { get; init; }

    public required IReadOnlyDictionary<string, TemplateResource> Resources { get; init; }

    public required IReadOnlyDictionary<string, TemplateOutput> Outputs { get; init; }
}
