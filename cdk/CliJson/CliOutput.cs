using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Removes what only Bedrock sets from the output of <c>aws bedrock get-model-invocation-job</c>.</summary>
internal static class CliOutput
{
    private const string JobArn = "jobArn";
    private const string Status = "status";

    // https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationJob.html; SDKs add the last one.
    private static readonly string[] SetByBedrock =
    [
        JobArn, Status, "message", "submitTime", "lastModifiedTime", "endTime", "jobExpirationTime", "totalRecordCount",
        "processedRecordCount", "successRecordCount", "errorRecordCount", "ResponseMetadata",
    ];

    /// <summary>
    /// Turns the output into the input of an equal job. It drops the name, because the first job keeps it for ever. It drops a bucket owner
    /// that is the job's own account, because Bedrock fills that in.
    /// </summary>
    public static void MakeInputOf(JsonObject job)
    {
        if (Find(job, JobArn) is null && Find(job, Status) is null)
        {
            return;
        }

        var account = Find(job, JobArn)?.ToString().Split(':') is { Length: > 4 } arn ? arn[4] : null;
        foreach (var name in SetByBedrock)
        {
            Remove(job, name);
        }

        Remove(job, PropertyNames.JobName);
        RemoveOwner(job, PropertyNames.InputDataConfig, PropertyNames.S3InputDataConfig, account);
        RemoveOwner(job, PropertyNames.OutputDataConfig, PropertyNames.S3OutputDataConfig, account);
    }

    private static void RemoveOwner(JsonObject job, string union, string member, string? account)
    {
        if (Find(job, union) is JsonObject config && Find(config, member) is JsonObject s3
            && string.Equals(Find(s3, PropertyNames.S3BucketOwner)?.ToString(), account, StringComparison.Ordinal))
        {
            Remove(s3, PropertyNames.S3BucketOwner);
        }
    }

    private static JsonNode? Find(JsonObject map, string name) =>
        map.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static void Remove(JsonObject map, string name)
    {
        string[] keys = [.. map.Select(member => member.Key)];
        foreach (var key in keys.Where(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase)))
        {
            map.Remove(key);
        }
    }
}
