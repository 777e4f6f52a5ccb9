namespace BatchResource.Provider.Jobs;

/// <summary>The records of a job; what Bedrock does not tell is 0.</summary>
internal sealed record RecordCounts(long Total, long Processed, long Success, long Error);
