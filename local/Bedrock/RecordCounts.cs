namespace BatchResource.Local.Bedrock;

/// <summary>How far a job is with its records.</summary>
/// <param name="Total">The records found in the input.</param>
/// <param name="Processed">Those that are done, the sum of the next two.</param>
/// <param name="Success">Those that a model answered.</param>
/// <param name="Error">Those that failed.</param>
public sealed record RecordCounts(long Total, long Processed, long Success, long Error)
{
    /// <summary>No record processed yet.</summary>
    public static RecordCounts Of(long total) => new(total, 0, 0, 0);
}
