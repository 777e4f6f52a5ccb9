namespace BatchResource.Cdk.Internal;

/// <summary>A model in a stack.</summary>
/// <param name="ModelId">What the API is given: an id or an ARN.</param>
/// <param name="Resources">
/// What the service role must be allowed to invoke and the caller to create a job with: the model itself, or a profile and every model
/// behind it.
/// </param>
/// <param name="MetricModelId">The value of the metrics' dimension <c>ModelId</c>.</param>
internal sealed record BoundModel(string ModelId, IReadOnlyList<ModelResource> Resources, string MetricModelId)
{
    /// <summary>
    /// The id of the foundation model that answers in the end, which the form of the records and the quotas go by; null where it does not
    /// show.
    /// </summary>
    public string? FoundationModelId { get; init; }

    /// <summary>What is wrong with the id.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
