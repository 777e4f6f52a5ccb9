namespace BatchResource.Contract;

/// <summary>
/// The properties of <see cref="ResourceType.Completion"/>, and likewise the members of the event that EventBridge sends when the job has
/// changed its state. That event is a JSON object of just these; it is told from CloudFormation's by its <see cref="WaitHandle"/>, as
/// CloudFormation's has a RequestType.
/// </summary>
internal static class CompletionPropertyNames
{
    /// <summary>The ARN of the job.</summary>
    public const string JobArn = "JobArn";

    /// <summary>
    /// The presigned URL of the wait condition's handle. It is a credential: it must not be logged. Signals to a handle whose condition
    /// is met already, or gone, change nothing.
    /// </summary>
    public const string WaitHandle = "WaitHandle";

    /// <summary>
    /// <c>true</c> when a job that ended as PartiallyCompleted is a success; otherwise it is a failure, like every other end but Completed.
    /// </summary>
    public const string AcceptPartiallyCompleted = "AcceptPartiallyCompleted";

    /// <summary>
    /// How many records must have a result: a count, or a share of all records such as <c>95%</c>. Default: 1, since a job is
    /// <c>Completed</c> even if every record failed.
    /// </summary>
    public const string MinimumSuccessRecords = "MinimumSuccessRecords";

    /// <summary>How many records may have an error: a count, or a share of all records such as <c>0.5%</c>. Default: any number.</summary>
    public const string MaximumErrorRecords = "MaximumErrorRecords";

    /// <summary>
    /// The timeout of the wait condition, in seconds, 1-43200: with it, <see cref="CompletionAttributeNames.WatchUntil"/> says until when
    /// anyone waits.
    /// </summary>
    public const string Timeout = "Timeout";
}
