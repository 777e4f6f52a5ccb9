namespace BatchResource.Local.Ground.RestJson;

/// <summary>An operation of the service model.</summary>
internal sealed record Operation(string Name, OperationHttp Http, MemberReference Input, IReadOnlyList<MemberReference> Errors);
