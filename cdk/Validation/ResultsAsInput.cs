namespace BatchResource.Cdk.Internal;

/// <summary>
/// Finds a job that is to read what another writes. Results are files that end in <c>.jsonl.out</c>, which Bedrock does not read, and their
/// lines are answers: a program must make records of them first.
/// </summary>
internal static class ResultsAsInput
{
    public static IEnumerable<string> Problems(BatchInferenceJob job, BoundInput input) => Candidates(job, input)
        .Where(other => IsInResults(other, input))
        .Select(other => $"Input reads the results of {other.Node.Path}: {Reason}");

    /// <summary>The same where the folder may hold other files too.</summary>
    public static IEnumerable<string> Warnings(BatchInferenceJob job, BoundInput input) => Candidates(job, input)
        .Where(other => other.Results.Prefix.Length > 0)
        .Where(other => IsIn(other, input, other.Results.Prefix) && !IsInResults(other, input))
        .Select(other => $"Input reads where {other.Node.Path} puts its results (\"{other.Results.Prefix}\"): {Reason}");

    private static string Reason =>
        "they end in .jsonl.out, which Bedrock does not read. Make records of them with a program of your own, in files that end in .jsonl";

    // A job's own prefix ends in an attribute of it, so a key without a token is not behind it.
    private static bool IsInResults(BatchInferenceJob other, BoundInput input) =>
        Tokens.IsIn(input.Key) && IsIn(other, input, other.ResultsPrefix);

    // A file by its name is no result, whatever else is written beside it: then no other job is looked at, of which there may be hundreds.
    private static IEnumerable<BatchInferenceJob> Candidates(BatchInferenceJob job, BoundInput input) =>
        input.IsContentAddressed || input.Key.EndsWith(FileSource.Extension, StringComparison.Ordinal) ? [] : AppJobs.OthersThan(job);

    private static bool IsIn(BatchInferenceJob other, BoundInput input, string? prefix) => prefix is not null
        && string.Equals(BucketFacts.Of(input.Bucket).Name, BucketFacts.Of(other.Results.Bucket).Name, StringComparison.Ordinal)
        && input.Key.StartsWith(prefix, StringComparison.Ordinal);
}
