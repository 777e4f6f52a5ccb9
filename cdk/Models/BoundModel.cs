namespace BatchResource.Cdk.Internal;

/// <summary>A model in a stack.</summary>
/// <param name="ModelId">What the API is given: an id or an ARN.</param>
/// <param name="Resources">
/// What the service role must be allowed to invoke and the caller to create a job with: the model itself, or a profile and every model
/// behind it.
/// </param>
/// <param name="MetricModelId">The value of the metrics' dimension <c>ModelId</c>.</param>
internal sealed record BoundModel(string ModelId, IReadOnlyList<ModelResource> Resources, string MetricModelId);
