namespace BatchResource.Local.Bedrock.Model;

/// <summary>How an error looks over HTTP.</summary>
internal sealed record ErrorTrait(int HttpStatusCode);
