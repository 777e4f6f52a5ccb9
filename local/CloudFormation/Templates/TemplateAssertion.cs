using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>What must hold, and the sentence shown when it does not.</summary>
internal sealed record TemplateAssertion(JsonNode Assert, string? Description);
