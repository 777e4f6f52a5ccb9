namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>One reference in a template.</summary>
/// <param name="Kind">What is referred to.</param>
/// <param name="Name">The logical name.</param>
/// <param name="Attribute">The attribute, where it is one whose name is written out.</param>
internal sealed record Reference(ReferenceKind Kind, string Name, string? Attribute = null);
