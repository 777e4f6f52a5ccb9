namespace BatchResource.Local.Ground.RestJson;

/// <summary>A use of a shape, and where in an HTTP request its value stands (in the body when null).</summary>
internal sealed record MemberReference(string Shape, string? Location = null, string? LocationName = null);
