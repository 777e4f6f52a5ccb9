using BatchResource.Local.Ground;

namespace BatchResource.Local.Tool.Commands;

/// <summary>What <c>serve</c> was told.</summary>
internal sealed record ServeSettings(
    int Port,
    Account Account,
    string AccessKeyId,
    string SecretAccessKey,
    double Speed,
    string StateFolder,
    long MinimumRecords,
    double ThrottledShare)
{
    /// <summary>Where the jobs are kept.</summary>
    public string JournalPath => Path.Combine(StateFolder, "jobs.jsonl");

    /// <summary>Where the buckets are.</summary>
    public string BucketsPath => Path.Combine(StateFolder, "s3");
}
