namespace BatchResource.Contract;

/// <summary>The end of a job with which a waiting deployment goes on.</summary>
/// <param name="AcceptsPartiallyCompleted">Whether a job that ended as PartiallyCompleted can be a success.</param>
/// <param name="MinimumSuccessRecords">How many records must have a result. Null: one, if Bedrock reports their number.</param>
/// <param name="MaximumErrorRecords">How many records may have an error. Null: any number.</param>
internal sealed record CompletionCriteria(
    bool AcceptsPartiallyCompleted, RecordThreshold? MinimumSuccessRecords = null, RecordThreshold? MaximumErrorRecords = null);
