namespace BatchResource.Cdk;

/// <summary>Says which end of a job is a success for <see cref="BatchInferenceJob.WaitForCompletion"/>.</summary>
public sealed record WaitForCompletionOptions
{
    /// <summary>
    /// Whether the deployment succeeds if the job's timeout passed before the last record
    /// (<see cref="BatchInferenceJobStatus.PartiallyCompleted"/>). Default: false, the deployment fails.
    /// </summary>
    public bool AcceptPartiallyCompleted { get; init; }

    /// <summary>
    /// How many records must have a result. Default: 1, because Bedrock reports a job as <see cref="BatchInferenceJobStatus.Completed"/>
    /// even if every record failed. <c>RecordThreshold.Count(0)</c> accepts a job without any result.
    /// </summary>
    public RecordThreshold? MinimumSuccessRecords { get; init; }

    /// <summary>How many records may have an error. Default: any number.</summary>
    public RecordThreshold? MaximumErrorRecords { get; init; }
}
