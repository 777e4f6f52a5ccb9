using System.Text.Json.Nodes;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary>Jobs as Get and List return them. Members without a value are left out.</summary>
internal static class JobJson
{
    public static JsonObject Render(ModelInvocationJob job, bool withToken) => Compact(new JsonObject
    {
        ["jobArn"] = job.JobArn,
        ["jobName"] = job.JobName,
        ["modelId"] = job.ModelId,
        ["clientRequestToken"] = withToken ? job.ClientRequestToken : null,
        ["roleArn"] = job.RoleArn,
        ["status"] = job.Status,
        ["message"] = job.Message,
        ["submitTime"] = Timestamps.Format(job.SubmitTime),
        ["lastModifiedTime"] = Timestamps.Format(job.LastModifiedTime),
        ["endTime"] = job.EndTime is { } end ? Timestamps.Format(end) : null,
        ["inputDataConfig"] = new JsonObject
        {
            ["s3InputDataConfig"] = Compact(new JsonObject
            {
                ["s3InputFormat"] = job.Input.S3InputFormat,
                ["s3Uri"] = job.Input.S3Uri,
                ["s3BucketOwner"] = job.Input.S3BucketOwner,
            }),
        },
        ["outputDataConfig"] = new JsonObject
        {
            ["s3OutputDataConfig"] = Compact(new JsonObject
            {
                ["s3Uri"] = job.Output.S3Uri,
                ["s3EncryptionKeyId"] = job.Output.S3EncryptionKeyId,
                ["s3BucketOwner"] = job.Output.S3BucketOwner,
            }),
        },
        ["vpcConfig"] = job.Vpc is { } vpc
            ? new JsonObject { ["subnetIds"] = Texts(vpc.SubnetIds), ["securityGroupIds"] = Texts(vpc.SecurityGroupIds) }
            : null,
        ["timeoutDurationInHours"] = job.TimeoutDurationInHours,
        ["jobExpirationTime"] = Timestamps.Format(job.ExpirationTime),
        ["modelInvocationType"] = job.ModelInvocationType,
        ["totalRecordCount"] = Counts(job)?.Total,
        ["processedRecordCount"] = Counts(job)?.Processed,
        ["successRecordCount"] = Counts(job)?.Success,
        ["errorRecordCount"] = Counts(job)?.Error,
    });

    /// <summary>AWS counts nothing before it has read the input, and says so by zeros.</summary>
    private static RecordCounts? Counts(ModelInvocationJob job) =>
        job.Records ?? (job.Status is JobStatus.Submitted or JobStatus.Validating ? RecordCounts.Of(0) : null);

    private static JsonArray Texts(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];

    private static JsonObject Compact(JsonObject json)
    {
        foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToList())
            json.Remove(name);
        return json;
    }
}
