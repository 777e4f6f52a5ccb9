using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Finds a job that is to read what another writes. Results are files that end in <c>.jsonl.out</c>, which Bedrock does not read, and their
/// lines are answers: a program must make records of them first.
/// </summary>
internal sealed class ResultsAsInput(BatchInferenceJob job, BoundInput input) : DeputyBase, IValidation
{
    public string[] Validate() =>
    [
        .. AppJobs.OthersThan(job).Where(other => IsIn(other, input, other.ResultsPrefix)).Select(other =>
            $"Input reads the results of {other.Node.Path}: {Reason}"),
    ];

    /// <summary>The same where the folder may hold other files too.</summary>
    public static IEnumerable<string> Warnings(BatchInferenceJob job, BoundInput input) => AppJobs.OthersThan(job)
        .Where(other => other.Results.Prefix.Length > 0)
        .Where(other => IsIn(other, input, other.Results.Prefix) && !IsIn(other, input, other.ResultsPrefix))
        .Select(other => $"Input reads where {other.Node.Path} puts its results (\"{other.Results.Prefix}\"): {Reason}");

    private static string Reason =>
        "they end in .jsonl.out, which Bedrock does not read. Make records of them with a program of your own, in files that end in .jsonl";

    private static bool IsIn(BatchInferenceJob other, BoundInput input, string? prefix) =>
        !input.IsContentAddressed && prefix is not null
        && string.Equals(input.Bucket.BucketName, other.Results.Bucket.BucketName, StringComparison.Ordinal)
        && input.Key.StartsWith(prefix, StringComparison.Ordinal)
        && !input.Key.EndsWith(FileSource.Extension, StringComparison.Ordinal);
}
