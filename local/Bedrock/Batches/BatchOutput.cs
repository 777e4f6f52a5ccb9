using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Local.S3;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>
/// Writes a job's results in
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html">the documented form</see>.
/// </summary>
internal sealed class BatchOutput(BucketFolder buckets, ModelInvocationJob job, long maximumRecords)
{
    public const string ManifestName = "manifest.json.out";

    private const int BadRequest = 400;

    /// <summary>Results are files for people and programs, not parts of a web page.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private long success;
    private long error;
    private long inputTokens;
    private long outputTokens;

    /// <summary>Where a job's results go: a folder of its own below the prefix. The key ends with a slash.</summary>
    public static S3Uri FolderOf(ModelInvocationJob job)
    {
        var prefix = S3Uri.Parse(job.Output.S3Uri);
        return prefix with { Key = prefix.Key.TrimEnd('/') is { Length: > 0 } key ? $"{key}/{job.JobId}/" : $"{job.JobId}/" };
    }

    /// <summary>Writes a file of results for each input file, and the manifest.</summary>
    public BatchResult Write(BatchInput input, CancellationToken cancellationToken)
    {
        var folder = FolderOf(job);
        foreach (var file in input.Files.TakeWhile(_ => success + error < maximumRecords))
        {
            var key = $"{folder.Key}{input.NameOf(file)}.out";
            buckets.Write(folder.Bucket, key, stream => WriteFile(stream, input, file, cancellationToken));
        }
        buckets.Write(folder.Bucket, folder.Key + ManifestName, WriteManifest);
        return new BatchResult(success, error);
    }

    private void WriteFile(Stream stream, BatchInput input, S3Object file, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (var record in input.Records(file, success + error))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (success + error == maximumRecords)
                return;
            writer.WriteLine(Process(record).ToJsonString(Readable));
        }
    }

    private JsonObject Process(BatchRecord record)
    {
        var reply = EchoModel.Reply(job, record.ModelInput);
        var result = new JsonObject { ["modelInput"] = record.ModelInput.DeepClone(), ["recordId"] = record.RecordId };
        if (reply.Error is null)
        {
            (success, inputTokens, outputTokens) = (success + 1, inputTokens + reply.InputTokens, outputTokens + reply.OutputTokens);
            result["modelOutput"] = reply.Output;
        }
        else
        {
            error++;
            result["error"] = new JsonObject { ["errorCode"] = BadRequest, ["errorMessage"] = reply.Error };
        }
        return result;
    }

    private void WriteManifest(Stream stream)
    {
        var manifest = new JsonObject
        {
            ["totalRecordCount"] = job.Records?.Total ?? success + error,
            ["processedRecordCount"] = success + error,
            ["successRecordCount"] = success,
            ["errorRecordCount"] = error,
            ["inputTokenCount"] = inputTokens,
            ["outputTokenCount"] = outputTokens,
        };
        stream.Write(Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }
}
