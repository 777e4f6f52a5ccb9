namespace BatchResource.Local.Bedrock.Model;

/// <summary>An operation of the service model.</summary>
internal sealed record Operation(string Name, OperationHttp Http, MemberReference Input, IReadOnlyList<MemberReference> Errors);
