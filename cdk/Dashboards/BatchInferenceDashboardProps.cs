namespace BatchResource.Cdk;

/// <summary>What a <see cref="BatchInferenceDashboard"/> shows.</summary>
public sealed record BatchInferenceDashboardProps
{
    /// <summary>
    /// The jobs, one or more. Bedrock counts by model, so jobs of one model share a row. An imported job needs its
    /// <see cref="BatchInferenceJobAttributes.ModelId"/>.
    /// </summary>
    public required IReadOnlyList<IBatchInferenceJob> Jobs { get; init; }

    /// <summary>The name of the dashboard: letters, digits, <c>-</c> and <c>_</c>. Default: CloudFormation makes one.</summary>
    public string? DashboardName { get; init; }
}
