using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Batches;
using BatchResource.Local.S3;

namespace BatchResource.Local;

/// <summary>Reads what a job has left in its output folder.</summary>
internal static class JobResults
{
    /// <summary>The lines of every result file; none when the job has not written any.</summary>
    public static IReadOnlyList<JsonObject> Read(BucketFolder buckets, ModelInvocationJob job)
    {
        var folder = BatchOutput.FolderOf(job);
        return
        [
            .. buckets.List(folder.Bucket, folder.Key)
                .Where(found => found.Key.EndsWith(".jsonl.out", StringComparison.Ordinal))
                .SelectMany(found => File.ReadLines(buckets.PathOf(folder.Bucket, found.Key)))
                .Select(line => JsonNode.Parse(line)!.AsObject()),
        ];
    }
}
