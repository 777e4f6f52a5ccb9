namespace BatchResource.Contract;

/// <summary>What the end of a job must be for a deployment that waits for it to go on.</summary>
/// <param name="AcceptsPartiallyCompleted">Whether a job that ended as PartiallyCompleted may be a success.</param>
/// <param name="MinimumSuccessRecords">How many records must have a result; null for one, if Bedrock tells their number.</param>
/// <param name="MaximumErrorRecords">How many records may have an error; null for any number.</param>
internal sealed record CompletionCriteria(
    bool AcceptsPartiallyCompleted, RecordThreshold? MinimumSuccessRecords = null, RecordThreshold? MaximumErrorRecords = null);
