namespace BatchResource.Cdk;

/// <summary>What <see cref="BatchInferenceJob.WaitForCompletion"/> takes for a success.</summary>
public sealed record WaitForCompletionOptions
{
    /// <summary>
    /// Whether the deployment goes on when the time was up before the last record
    /// (<see cref="BatchInferenceJobStatus.PartiallyCompleted"/>). Default: it fails.
    /// </summary>
    public bool AcceptPartiallyCompleted { get; init; }
}
