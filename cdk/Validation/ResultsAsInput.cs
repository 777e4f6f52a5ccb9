namespace BatchResource.Cdk.Internal;

/// <summary>
/// Finds a job whose input is the results of another job. Results are files that end in <c>.jsonl.out</c>, which Bedrock does not read.
/// Their lines are answers, so a program must first make records of them.
/// </summary>
internal static class ResultsAsInput
{
    public static IEnumerable<string> Problems(BatchInferenceJob job, BoundInput input) => Candidates(job, input)
        .Where(other => IsInResults(other, input))
        .Select(other => $"Input reads the results of {other.Node.Path}: {Reason}");

    /// <summary>The same for a folder that may also hold other files.</summary>
    public static IEnumerable<string> Warnings(BatchInferenceJob job, BoundInput input) => Candidates(job, input)
        .Where(other => other.Results.Prefix.Length > 0)
        .Where(other => IsIn(other, input, other.Results.Prefix) && !IsInResults(other, input))
        .Select(other => $"Input reads the folder in which {other.Node.Path} writes its results (\"{other.Results.Prefix}\"): {Reason}");

    private static string Reason =>
        "results are .jsonl.out files, which Bedrock does not read: write a program that makes records of them, in .jsonl files";

    // A job's own prefix ends in an attribute of the job, so a key without a token is not below it.
    private static bool IsInResults(BatchInferenceJob other, BoundInput input) =>
        Tokens.IsIn(input.Key) && IsIn(other, input, other.ResultsPrefix);

    // The name of a single file shows that it is no result. Then the other jobs, which may be hundreds, are not checked.
    private static IEnumerable<BatchInferenceJob> Candidates(BatchInferenceJob job, BoundInput input) =>
        input.IsContentAddressed || input.Key.EndsWith(FileSource.Extension, StringComparison.Ordinal) ? [] : AppJobs.OthersThan(job);

    private static bool IsIn(BatchInferenceJob other, BoundInput input, string? prefix) => prefix is not null
        && string.Equals(BucketFacts.Of(input.Bucket).Name, BucketFacts.Of(other.Results.Bucket).Name, StringComparison.Ordinal)
        && input.Key.StartsWith(prefix, StringComparison.Ordinal);
}
