using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock.Models;
using BatchResource.Local.S3;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>
/// Writes a job's results in
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html">the documented form</see>.
/// </summary>
internal sealed class BatchOutput(BucketFolder buckets, ModelInvocationJob job, RecordProcessor processor, long maximumRecords)
{
    public const string ManifestName = "manifest.json.out";

    private const int BadRequest = 400;

    /// <summary>Results are files for people and programs, not parts of a web page.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        var rest = maximumRecords - success - error;
        var records = input.Records(file, success + error).TakeWhile((_, index) => index < rest);
        foreach (var record in ResultOrder.Of(records))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (var json = new Utf8JsonWriter(stream, Readable))
                Write(json, record, Process(record));
            stream.WriteByte((byte)'\n');
        }
    }

    private ModelReply Process(BatchRecord record)
    {
        var reply = processor.Reply(record);
        (success, error) = reply.Error is null ? (success + 1, error) : (success, error + 1);
        (inputTokens, outputTokens) = (inputTokens + reply.InputTokens, outputTokens + reply.OutputTokens);
        return reply;
    }

    /// <summary>The members stand in the order of results that users have published.</summary>
    private static void Write(Utf8JsonWriter json, BatchRecord record, ModelReply reply)
    {
        json.WriteStartObject();
        json.WritePropertyName("modelInput");
        json.WriteRawValue(record.ModelInput.GetRawText(), skipInputValidation: true);
        if (reply.Error is null)
        {
            json.WritePropertyName("modelOutput");
            reply.Output!.WriteTo(json);
        }
        else
        {
            json.WriteStartObject("error");
            json.WriteNumber("errorCode", BadRequest);
            json.WriteString("errorMessage", reply.Error);
            json.WriteEndObject();
        }
        json.WriteString("recordId", record.RecordId);
        json.WriteEndObject();
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
