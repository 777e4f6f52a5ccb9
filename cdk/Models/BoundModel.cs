namespace BatchResource.Cdk.Internal;

/// <summary>A model in a stack.</summary>
/// <param name="ModelId">The id or ARN for the API.</param>
/// <param name="Resources">
/// The resources in the permissions: the model itself, or a profile and every model behind it. The service role must be allowed to invoke
/// them, and the caller to create a job with them.
/// </param>
/// <param name="MetricModelId">The value of the metrics' dimension <c>ModelId</c>.</param>
internal sealed record BoundModel(string ModelId, IReadOnlyList<ModelResource> Resources, string MetricModelId)
{
    /// <summary>
    /// The id of the foundation model that answers in the end. It decides the form of the records and the quotas. Null if it is not known.
    /// </summary>
    public string? FoundationModelId { get; init; }

    /// <summary>The problems of the id.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
