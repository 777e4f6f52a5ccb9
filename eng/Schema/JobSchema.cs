using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.Schema;

/// <summary>The properties of the two resources.</summary>
internal static class JobSchema
{
    private const string BucketOwner = "The 12 digits of the account that owns the bucket. Needed if that is another account";

    /// <summary><see cref="ResourceType.BatchInferenceJob"/>.</summary>
    public static JsonObject Job() => Value.Members(
        [
            PropertyNames.ServiceToken, PropertyNames.RoleArn, PropertyNames.ModelId, PropertyNames.InputDataConfig,
            PropertyNames.OutputDataConfig,
        ],
        ServiceToken(),
        ServiceTimeout(),
        (PropertyNames.JobName, Value.Text(
            TextRules.JobName, "Unique in account and Region for ever. Leave it out, and the provider generates one")),
        (PropertyNames.RoleArn, Value.Text(TextRules.RoleArn, "The service role that Bedrock assumes")),
        (PropertyNames.ModelId, Value.Text(
            TextRules.ModelId, "The id or ARN of a foundation model or inference profile, or the ARN of a custom model")),
        (PropertyNames.InputDataConfig, Value.Object(
            "Where the records are", [PropertyNames.S3InputDataConfig], (PropertyNames.S3InputDataConfig, S3Input()))),
        (PropertyNames.OutputDataConfig, Value.Object(
            "Where the results are", [PropertyNames.S3OutputDataConfig], (PropertyNames.S3OutputDataConfig, S3Output()))),
        (PropertyNames.VpcConfig, Vpc()),
        (PropertyNames.TimeoutDurationInHours, Value.Integer(
            Limits.MinimumTimeoutInHours,
            Limits.MaximumTimeoutInHours,
            $"After how many hours the job ends with the results it has, {Limits.MinimumTimeoutInHours}-{Limits.MaximumTimeoutInHours}."
            + $" Default: {Limits.MinimumTimeoutInHours}")),
        (PropertyNames.ModelInvocationType, Value.Text(
            TextRules.ModelInvocationType, "The form of the records. Default: InvokeModel")),
        (PropertyNames.Tags, Value.List(Tag(), 0, Limits.Tags, "The job's tags. A change of them does not start another job")),
        (PropertyNames.Revision, Value.Text(
            TextRules.Revision, "Change this text to run the same job again", orScalar: true)),
        (PropertyNames.WaitFor, Value.Text(
            TextRules.WaitFor, "How far the job must be before the deployment goes on. Default: Submitted")));

    /// <summary><see cref="ResourceType.Completion"/>.</summary>
    public static JsonObject Completion() => Value.Members(
        [PropertyNames.ServiceToken, CompletionPropertyNames.JobArn],
        ServiceToken(),
        ServiceTimeout(),
        (CompletionPropertyNames.JobArn, Value.Text(TextRules.JobArn, "The job")),
        (CompletionPropertyNames.WaitHandle, Value.Text(
            TextRules.WaitHandle, "The handle of the wait condition to signal. Leave it out behind the condition")),
        (CompletionPropertyNames.AcceptPartiallyCompleted, Value.Boolean(
            "Whether a job that ended as PartiallyCompleted is a success")),
        (CompletionPropertyNames.MinimumSuccessRecords, Value.Text(
            TextRules.RecordThreshold, "How many records must have a result, such as 100 or 95%. Default: 1", orScalar: true)),
        (CompletionPropertyNames.MaximumErrorRecords, Value.Text(
            TextRules.RecordThreshold, "How many records may have an error, such as 10 or 0.5%. Default: any number", orScalar: true)),
        (CompletionPropertyNames.Timeout, Value.Integer(
            1,
            Limits.WaitConditionTimeoutInSeconds,
            $"The timeout of the wait condition in seconds, 1-{Limits.WaitConditionTimeoutInSeconds}."
            + " With it, the resource has the attribute WatchUntil, the end of the wait")));

    private static (string Name, JsonObject Schema) ServiceToken() =>
        (PropertyNames.ServiceToken, Value.AnyText("The ARN of the provider's function"));

    private static (string Name, JsonObject Schema) ServiceTimeout() => (PropertyNames.ServiceTimeout, Value.Integer(
        1,
        Limits.ServiceTimeoutInSeconds,
        $"How many seconds CloudFormation waits for an answer, 1-{Limits.ServiceTimeoutInSeconds}. Default: an hour"));

    private static JsonObject S3Input() => Value.Object(
        "In Amazon S3",
        [PropertyNames.S3Uri],
        (PropertyNames.S3Uri, Value.Text(TextRules.S3Uri, "A .jsonl file, or a folder. The job reads every JSONL file of a folder")),
        (PropertyNames.S3InputFormat, Value.Text(TextRules.S3InputFormat, "The format of the records")),
        (PropertyNames.S3BucketOwner, Value.AccountId(BucketOwner)));

    private static JsonObject S3Output() => Value.Object(
        "In Amazon S3",
        [PropertyNames.S3Uri],
        (PropertyNames.S3Uri, Value.Text(TextRules.S3Uri, "Each job writes into a folder below it that has the job's id as its name")),
        (PropertyNames.S3EncryptionKeyId, Value.Text(
            TextRules.KmsKeyId, "The KMS key for the results. Without it, the bucket's own encryption applies")),
        (PropertyNames.S3BucketOwner, Value.AccountId(BucketOwner)));

    private static JsonObject Vpc() => Value.Object(
        "The VPC that the job's traffic goes through",
        [PropertyNames.SubnetIds, PropertyNames.SecurityGroupIds],
        (PropertyNames.SubnetIds, Value.List(
            Value.Text(TextRules.VpcId), 1, Limits.Subnets, $"1-{Limits.Subnets} subnets")),
        (PropertyNames.SecurityGroupIds, Value.List(
            Value.Text(TextRules.VpcId), 1, Limits.SecurityGroups, $"1-{Limits.SecurityGroups} security groups")));

    private static JsonObject Tag() => Value.Object(
        description: null,
        [PropertyNames.Key, PropertyNames.Value],
        (PropertyNames.Key, Value.Text(TextRules.TagKey, orScalar: true)),
        (PropertyNames.Value, Value.Text(TextRules.TagValue, orScalar: true)));
}
