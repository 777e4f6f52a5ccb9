namespace BatchResource.Schema;

/// <summary>An object with the members that it may have.</summary>
/// <param name="Name">The name of its type.</param>
/// <param name="Description">What it is.</param>
/// <param name="Members">Its members.</param>
internal sealed record TypedObject(string Name, string Description, IReadOnlyList<TypedMember> Members);
