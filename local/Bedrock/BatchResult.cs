namespace BatchResource.Local.Bedrock;

/// <summary>What became of a job's records.</summary>
/// <param name="Success">How many records the model answered.</param>
/// <param name="Error">How many it did not.</param>
/// <param name="Failure">Why the job fails as a whole, or null.</param>
public sealed record BatchResult(long Success, long Error, string? Failure = null)
{
    /// <summary>The job fails.</summary>
    public static BatchResult Fail(string message) => new(0, 0, message);
}
