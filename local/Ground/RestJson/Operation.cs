namespace BatchResource.Local.Ground.RestJson;

/// <summary>An operation of the service model.</summary>
internal sealed record Operation(string Name, OperationHttp Http, MemberReference Input, IReadOnlyList<MemberReference> Errors);

/// <summary>Where an operation is found; segments of the URI in braces are labels.</summary>
internal sealed record OperationHttp(string Method, string RequestUri);
