namespace BatchResource.Cdk.Internal;

/// <summary>A resource in a policy: a model or a profile.</summary>
/// <param name="Kind">The resource type of its ARN, such as <c>foundation-model</c>.</param>
/// <param name="Arn">Its ARN, possibly a pattern.</param>
/// <param name="AllOfKind">The pattern that covers all of its kind. A policy uses it when it would become too long.</param>
internal sealed record ModelResource(string Kind, string Arn, string AllOfKind);
