namespace BatchResource.Provider.Jobs;

/// <summary>Words for a job that did not do what it was started for.</summary>
internal static class JobFailure
{
    public static string Describe(Job job) => job.Message is { Length: > 0 } message
        ? $"job {job.Arn} is {job.Status}: {message}"
        : $"job {job.Arn} is {job.Status}";
}
