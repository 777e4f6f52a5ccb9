namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What to deploy.</summary>
/// <param name="StackName">The stack's name.</param>
/// <param name="TemplateBody">The template, JSON or YAML.</param>
/// <param name="Parameters">Values for its parameters.</param>
internal sealed record StackRequest(string StackName, string TemplateBody, IReadOnlyDictionary<string, string> Parameters);
