namespace BatchResource.Local.Ground.RestJson;

/// <summary>Where an operation is found; segments of the URI in braces are labels.</summary>
internal sealed record OperationHttp(string Method, string RequestUri);
