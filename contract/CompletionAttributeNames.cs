namespace BatchResource.Contract;

/// <summary>
/// The attributes that <c>Fn::GetAtt</c> returns for <see cref="ResourceType.Completion"/>. A count that Bedrock does not report is 0.
/// </summary>
internal static class CompletionAttributeNames
{
    /// <summary>The job's status. It is a final one, unless the resource only prepares the wait.</summary>
    public const string Status = "Status";

    /// <summary>The number of records in the input.</summary>
    public const string TotalRecordCount = "TotalRecordCount";

    /// <summary>The number of processed records, with a result or with an error.</summary>
    public const string ProcessedRecordCount = "ProcessedRecordCount";

    /// <summary>The number of records with a result.</summary>
    public const string SuccessRecordCount = "SuccessRecordCount";

    /// <summary>The number of records with an error.</summary>
    public const string ErrorRecordCount = "ErrorRecordCount";

    /// <summary>
    /// The time until which something waits for the job, in UTC, such as <c>2026-11-25T14:00:00Z</c>. It is the end date of the schedule
    /// that asks about the job. Only a resource with a <see cref="CompletionPropertyNames.Timeout"/> has it.
    /// </summary>
    public const string WatchUntil = "WatchUntil";
}
