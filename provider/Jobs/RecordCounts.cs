namespace BatchResource.Provider.Jobs;

/// <summary>The records of a job.</summary>
internal sealed record RecordCounts(long Total, long Processed, long Success, long Error)
{
    /// <summary>What stands for counts that Bedrock does not tell.</summary>
    public static readonly RecordCounts Unknown = new(0, 0, 0, 0);
}
