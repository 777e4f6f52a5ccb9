namespace BatchResource.Cdk;

/// <summary>What <see cref="BatchInferenceJob.WaitForCompletion"/> accepts as a success.</summary>
public sealed record WaitForCompletionOptions
{
    /// <summary>
    /// Whether the deployment goes on when the job's timeout passed before the last record
    /// (<see cref="BatchInferenceJobStatus.PartiallyCompleted"/>). Default: the deployment fails.
    /// </summary>
    public bool AcceptPartiallyCompleted { get; init; }

    /// <summary>
    /// How many records must have a result. Default: 1, because Bedrock calls a job <see cref="BatchInferenceJobStatus.Completed"/> even if
    /// every record failed. <c>RecordThreshold.Count(0)</c> accepts that.
    /// </summary>
    public RecordThreshold? MinimumSuccessRecords { get; init; }

    /// <summary>How many records may have an error. Default: any number.</summary>
    public RecordThreshold? MaximumErrorRecords { get; init; }
}
