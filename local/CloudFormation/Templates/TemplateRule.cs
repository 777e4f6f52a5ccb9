using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>A rule over the parameters: where its condition holds, each assertion must hold.</summary>
internal sealed record TemplateRule(string Name, JsonNode? RuleCondition, IReadOnlyList<TemplateAssertion> Assertions);

/// <summary>What must hold, and the sentence shown when it does not.</summary>
internal sealed record TemplateAssertion(JsonNode Assert, string? Description);
