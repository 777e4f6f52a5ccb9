namespace BatchResource.Local.Iam;

/// <summary>The outcome of an evaluation; <paramref name="Message"/> is AWS's sentence for the refusal.</summary>
public sealed record Authorization(bool IsAllowed, string? Message = null);
