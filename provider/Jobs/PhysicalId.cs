namespace BatchResource.Provider.Jobs;

/// <summary>
/// The markers that stand for a job that was not created (L9). The Delete that follows them learns whether it has to look out for a job
/// that may still appear.
/// </summary>
internal static class PhysicalId
{
    private const string NoJobPrefix = "no-job:";
    private const string UnknownJobPrefix = "unknown-job:";

    /// <summary>The Create failed and certainly started nothing.</summary>
    public static string NoJob(string requestId) => NoJobPrefix + requestId;

    /// <summary>The Create failed, and whether Bedrock started a job could not be found out.</summary>
    public static string UnknownJob(string requestId) => UnknownJobPrefix + requestId;

    public static bool IsNoJob(string physicalResourceId) => physicalResourceId.StartsWith(NoJobPrefix, StringComparison.Ordinal);
}
