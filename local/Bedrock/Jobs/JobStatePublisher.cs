using System.Globalization;
using System.Text.Json.Nodes;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Bedrock.Jobs;

/// <summary>Makes an EventBridge event of every change of a job's state. Called by one thread at a time, as the store does.</summary>
internal sealed class JobStatePublisher(IJobStateChangeSink sink, Account account)
{
    private readonly Dictionary<string, int> published = new(StringComparer.Ordinal);

    /// <summary>Takes note of jobs that were there before, so that only what changes from now on is published.</summary>
    public void Skip(ModelInvocationJob job) => published[job.JobArn] = job.History.Count;

    /// <summary>Publishes the job's state if it is a new one; a change of tags is none.</summary>
    public void Changed(ModelInvocationJob job)
    {
        if (published.GetValueOrDefault(job.JobArn) == job.History.Count)
            return;
        published[job.JobArn] = job.History.Count;
        sink.Publish(Event(job));
    }

    private JsonObject Event(ModelInvocationJob job) => new()
    {
        ["version"] = "0",
        ["id"] = Guid.NewGuid().ToString(),
        ["detail-type"] = "Batch Inference Job State Change",
        ["source"] = "aws.bedrock",
        ["account"] = account.AccountId,
        ["time"] = job.LastModifiedTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["region"] = account.Region,
        ["resources"] = new JsonArray(job.JobArn),
        ["detail"] = new JsonObject
        {
            ["version"] = "0.0",
            ["accountId"] = account.AccountId,
            ["batchJobName"] = job.JobName,
            ["batchJobArn"] = job.JobArn,
            ["batchModelId"] = job.ModelId,
            ["status"] = job.Status,
            ["failureMessage"] = job.Message ?? "",
            ["creationTime"] = job.SubmitTime.UtcDateTime.ToString("MMM d, yyyy, h:mm:ss tt", CultureInfo.InvariantCulture),
        },
    };
}
