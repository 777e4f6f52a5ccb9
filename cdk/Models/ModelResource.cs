namespace BatchResource.Cdk.Internal;

/// <summary>Something that a policy names: a model or a profile.</summary>
/// <param name="Kind">The resource type of its ARN, such as <c>foundation-model</c>.</param>
/// <param name="Arn">Its ARN, possibly a pattern.</param>
/// <param name="AllOfKind">The pattern that covers all of its kind, for a policy that would otherwise grow without end.</param>
internal sealed record ModelResource(string Kind, string Arn, string AllOfKind);
