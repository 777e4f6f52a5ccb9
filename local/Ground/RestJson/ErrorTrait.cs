namespace BatchResource.Local.Ground.RestJson;

/// <summary>How an error looks over HTTP.</summary>
internal sealed record ErrorTrait(int HttpStatusCode);
