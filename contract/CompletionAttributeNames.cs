namespace BatchResource.Contract;

/// <summary>What <c>Fn::GetAtt</c> can ask of <see cref="ResourceType.Completion"/>. Counts that Bedrock does not tell are 0.</summary>
internal static class CompletionAttributeNames
{
    /// <summary>The job's status, a terminal one unless the resource is there to watch for it.</summary>
    public const string Status = "Status";

    /// <summary>The number of records in the input.</summary>
    public const string TotalRecordCount = "TotalRecordCount";

    /// <summary>The number of records that were processed, successfully or not.</summary>
    public const string ProcessedRecordCount = "ProcessedRecordCount";

    /// <summary>The number of records with a result.</summary>
    public const string SuccessRecordCount = "SuccessRecordCount";

    /// <summary>The number of records with an error.</summary>
    public const string ErrorRecordCount = "ErrorRecordCount";

    /// <summary>
    /// Until when anyone waits for the job, in UTC, such as <c>2026-11-25T14:00:00Z</c>: the end date of the schedule that looks at it.
    /// Only a resource with a <see cref="CompletionPropertyNames.Timeout"/> has it.
    /// </summary>
    public const string WatchUntil = "WatchUntil";
}
