#nullable enable
using System.Text.Json;
using Amazon.Bedrock.Model;

namespace Amazon.Bedrock.Internal;

/// <summary>The structures that a job's requests and descriptions have in common.</summary>
internal static class JobShapes
{
    public static T Read<T>(JsonElement json, T job)
        where T : IModelInvocationJob
    {
        job.ClientRequestToken = json.Text("clientRequestToken");
        job.EndTime = json.Time("endTime");
        job.ErrorRecordCount = json.Long("errorRecordCount");
        job.InputDataConfig = json.Object("inputDataConfig", ReadInput);
        job.JobArn = json.Text("jobArn");
        job.JobExpirationTime = json.Time("jobExpirationTime");
        job.JobName = json.Text("jobName");
        job.LastModifiedTime = json.Time("lastModifiedTime");
        job.Message = json.Text("message");
        job.ModelId = json.Text("modelId");
        job.ModelInvocationType = json.Text("modelInvocationType");
        job.OutputDataConfig = json.Object("outputDataConfig", ReadOutput);
        job.ProcessedRecordCount = json.Long("processedRecordCount");
        job.RoleArn = json.Text("roleArn");
        job.Status = json.Text("status");
        job.SubmitTime = json.Time("submitTime");
        job.SuccessRecordCount = json.Long("successRecordCount");
        job.TimeoutDurationInHours = json.Int("timeoutDurationInHours");
        job.TotalRecordCount = json.Long("totalRecordCount");
        job.VpcConfig = json.Object("vpcConfig", ReadVpc);
        return job;
    }

    public static void WriteInput(Utf8JsonWriter writer, ModelInvocationJobInputDataConfig config) =>
        writer.Object("s3InputDataConfig", config.S3InputDataConfig, static (json, s3) =>
        {
            json.Text("s3BucketOwner", s3.S3BucketOwner);
            json.Constant("s3InputFormat", s3.S3InputFormat);
            json.Text("s3Uri", s3.S3Uri);
        });

    public static void WriteOutput(Utf8JsonWriter writer, ModelInvocationJobOutputDataConfig config) =>
        writer.Object("s3OutputDataConfig", config.S3OutputDataConfig, static (json, s3) =>
        {
            json.Text("s3BucketOwner", s3.S3BucketOwner);
            json.Text("s3EncryptionKeyId", s3.S3EncryptionKeyId);
            json.Text("s3Uri", s3.S3Uri);
        });

    public static void WriteVpc(Utf8JsonWriter writer, VpcConfig config)
    {
        writer.List("securityGroupIds", config.SecurityGroupIds, static (json, id) => json.WriteStringValue(id));
        writer.List("subnetIds", config.SubnetIds, static (json, id) => json.WriteStringValue(id));
    }

    public static Tag ReadTag(JsonElement json) => new() { Key = json.Text("key"), Value = json.Text("value") };

    public static void WriteTag(Utf8JsonWriter writer, Tag tag)
    {
        writer.WriteStartObject();
        writer.Text("key", tag.Key);
        writer.Text("value", tag.Value);
        writer.WriteEndObject();
    }

    private static ModelInvocationJobInputDataConfig ReadInput(JsonElement json) => new()
    {
        S3InputDataConfig = json.Object("s3InputDataConfig", static s3 => new ModelInvocationJobS3InputDataConfig
        {
            S3BucketOwner = s3.Text("s3BucketOwner"),
            S3InputFormat = s3.Text("s3InputFormat"),
            S3Uri = s3.Text("s3Uri"),
        }),
    };

    private static ModelInvocationJobOutputDataConfig ReadOutput(JsonElement json) => new()
    {
        S3OutputDataConfig = json.Object("s3OutputDataConfig", static s3 => new ModelInvocationJobS3OutputDataConfig
        {
            S3BucketOwner = s3.Text("s3BucketOwner"),
            S3EncryptionKeyId = s3.Text("s3EncryptionKeyId"),
            S3Uri = s3.Text("s3Uri"),
        }),
    };

    private static VpcConfig ReadVpc(JsonElement json) => new()
    {
        SecurityGroupIds = json.List("securityGroupIds", static id => id.GetString()),
        SubnetIds = json.List("subnetIds", static id => id.GetString()),
    };
}
