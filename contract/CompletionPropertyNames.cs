namespace BatchResource.Contract;

/// <summary>
/// The properties of <see cref="ResourceType.Completion"/>, and the members of EventBridge's event when a job has ended. That event is a
/// JSON object with just these members. It has a <see cref="WaitHandle"/>, which CloudFormation's events do not have; they have a
/// RequestType.
/// </summary>
internal static class CompletionPropertyNames
{
    /// <summary>The ARN of the job.</summary>
    public const string JobArn = "JobArn";

    /// <summary>
    /// The presigned URL of the wait condition's handle. It is a credential, so it must not be logged. A signal changes nothing if the
    /// handle's condition is already met, or gone.
    /// </summary>
    public const string WaitHandle = "WaitHandle";

    /// <summary>
    /// <c>true</c> if a job that ended as PartiallyCompleted is a success. Otherwise every end but Completed is a failure.
    /// </summary>
    public const string AcceptPartiallyCompleted = "AcceptPartiallyCompleted";

    /// <summary>
    /// How many records must have a result: a count, or a share of all records such as <c>95%</c>. Default: 1, because Bedrock reports
    /// <c>Completed</c> even if every record failed.
    /// </summary>
    public const string MinimumSuccessRecords = "MinimumSuccessRecords";

    /// <summary>How many records may have an error: a count, or a share of all records such as <c>0.5%</c>. Default: any number.</summary>
    public const string MaximumErrorRecords = "MaximumErrorRecords";

    /// <summary>
    /// The timeout of the wait condition, in seconds, 1-43200. With it, <see cref="CompletionAttributeNames.WatchUntil"/> says how long
    /// something waits.
    /// </summary>
    public const string Timeout = "Timeout";
}
