namespace BatchResource.Cdk;

/// <summary>The settings of a <see cref="BatchInferenceDashboard"/>.</summary>
public sealed record BatchInferenceDashboardProps
{
    /// <summary>
    /// The jobs to show, at least one. Bedrock counts by model, so jobs with the same model share a row. An imported job needs its
    /// <see cref="BatchInferenceJobAttributes.ModelId"/>.
    /// </summary>
    public required IReadOnlyList<IBatchInferenceJob> Jobs { get; init; }

    /// <summary>The name of the dashboard: letters, digits, <c>-</c> and <c>_</c>. Default: CloudFormation generates a name.</summary>
    public string? DashboardName { get; init; }
}
