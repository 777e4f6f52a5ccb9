namespace BatchResource.Local.Ssm;

/// <summary>A parameter of AWS Systems Manager.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>String</c>, <c>StringList</c> or <c>SecureString</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Version">How often it was written.</param>
/// <param name="Description">What it is for.</param>
internal sealed record StoredParameter(string Name, string Type, string Value, int Version, string? Description);
