namespace BatchResource.Local.Bedrock;

/// <summary>What was found in a job's input.</summary>
/// <param name="Records">How many records there are.</param>
/// <param name="FaultyRecords">How many of them the model will not understand; that is no reason to fail the job.</param>
/// <param name="Failure">Why the job fails, or null.</param>
public sealed record InputCheck(long Records, long FaultyRecords, string? Failure = null)
{
    /// <summary>The job fails.</summary>
    public static InputCheck Fail(string message) => new(0, 0, message);
}
