using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tool.Output;

/// <summary>Jobs for programs, with the names of Bedrock's API.</summary>
internal static class JobJson
{
    public static JsonArray Of(IEnumerable<ModelInvocationJob> jobs) => new([.. jobs.Select(Of)]);

    public static JsonObject Of(ModelInvocationJob job) => new()
    {
        ["jobArn"] = job.JobArn,
        ["jobName"] = job.JobName,
        ["modelId"] = job.ModelId,
        ["status"] = job.Status,
        ["message"] = job.Message,
        ["submitTime"] = job.SubmitTime.ToString("O"),
        ["endTime"] = job.EndTime?.ToString("O"),
        ["totalRecordCount"] = job.Records?.Total,
        ["processedRecordCount"] = job.Records?.Processed,
        ["successRecordCount"] = job.Records?.Success,
        ["errorRecordCount"] = job.Records?.Error,
        ["outputS3Uri"] = job.Output.S3Uri,
    };
}
