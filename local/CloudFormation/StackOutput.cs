namespace BatchResource.Local.CloudFormation;

/// <summary>An output of a stack.</summary>
/// <param name="Name">Its key in the template.</param>
/// <param name="Value">The value; lists joined by commas.</param>
/// <param name="Description">The template's description of it.</param>
/// <param name="ExportName">The name under which other stacks import it.</param>
public sealed record StackOutput(string Name, string Value, string? Description, string? ExportName);
