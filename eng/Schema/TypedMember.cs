namespace BatchResource.Schema;

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name, as CloudFormation has it.</param>
/// <param name="Description">What it is.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Value">What it may be.</param>
internal sealed record TypedMember(string Name, string Description, bool IsRequired, TypedValue Value);
