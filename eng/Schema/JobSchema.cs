using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.Schema;

/// <summary>The properties of the two resources.</summary>
internal static class JobSchema
{
    private const string BucketOwner = "The account that owns the bucket, 12 digits. Default: the job's account";

    /// <summary><see cref="ResourceType.BatchInferenceJob"/>.</summary>
    public static JsonObject Job() => Value.Members(
        [
            PropertyNames.ServiceToken, PropertyNames.RoleArn, PropertyNames.ModelId, PropertyNames.InputDataConfig,
            PropertyNames.OutputDataConfig,
        ],
        ServiceToken(),
        ServiceTimeout(),
        (PropertyNames.JobName, Value.Text(
            TextRules.JobName, "Unique in the account and Region for ever. Without it, the provider generates a name")),
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
            $"The hours after which Bedrock ends the job with the results it has, {Limits.MinimumTimeoutInHours}-"
            + $"{Limits.MaximumTimeoutInHours}. Default: {Limits.MinimumTimeoutInHours}")),
        (PropertyNames.ModelInvocationType, Value.Text(
            TextRules.ModelInvocationType, "The form of the records. Default: InvokeModel")),
        (PropertyNames.Tags, Value.List(Tag(), 0, Limits.Tags, "The job's tags. A change of tags starts no new job")),
        (PropertyNames.Revision, Value.Text(
            TextRules.Revision, "Change it to run the same job again", orScalar: true)),
        (PropertyNames.WaitFor, Value.Text(
            TextRules.WaitFor, "How far the job must be before the deployment goes on. Default: Submitted")));

    /// <summary><see cref="ResourceType.Completion"/>.</summary>
    public static JsonObject Completion() => Value.Members(
        [PropertyNames.ServiceToken, CompletionPropertyNames.JobArn],
        ServiceToken(),
        ServiceTimeout(),
        (CompletionPropertyNames.JobArn, Value.Text(TextRules.JobArn, "The ARN of the job")),
        (CompletionPropertyNames.WaitHandle, Value.Text(
            TextRules.WaitHandle, "The handle of the wait condition to signal. Leave it out after the condition")),
        (CompletionPropertyNames.AcceptPartiallyCompleted, Value.Boolean(
            "Whether a job that ended as PartiallyCompleted is a success. Default: false")),
        (CompletionPropertyNames.MinimumSuccessRecords, Value.Text(
            TextRules.RecordThreshold, "How many records must have a result, such as 100 or 95%. Default: 1", orScalar: true)),
        (CompletionPropertyNames.MaximumErrorRecords, Value.Text(
            TextRules.RecordThreshold, "How many records may have an error, such as 10 or 0.5%. Default: any number", orScalar: true)),
        (CompletionPropertyNames.Timeout, Value.Integer(
            1,
            Limits.WaitConditionTimeoutInSeconds,
            $"The timeout of the wait condition in seconds, 1-{Limits.WaitConditionTimeoutInSeconds}. With it, the attribute WatchUntil"
            + " says when the wait is over")));

    private static (string Name, JsonObject Schema) ServiceToken() =>
        (PropertyNames.ServiceToken, Value.AnyText("The ARN of the provider's function"));

    private static (string Name, JsonObject Schema) ServiceTimeout() => (PropertyNames.ServiceTimeout, Value.Integer(
        1,
        Limits.ServiceTimeoutInSeconds,
        $"How many seconds CloudFormation waits for an answer, 1-{Limits.ServiceTimeoutInSeconds}. Default: 3600"));

    private static JsonObject S3Input() => Value.Object(
        "In Amazon S3",
        [PropertyNames.S3Uri],
        (PropertyNames.S3Uri, Value.Text(TextRules.S3Uri, "A .jsonl file, or a folder. Bedrock reads every JSONL file in a folder")),
        (PropertyNames.S3InputFormat, Value.Text(TextRules.S3InputFormat, "The format of the records")),
        (PropertyNames.S3BucketOwner, Value.AccountId(BucketOwner)));

    private static JsonObject S3Output() => Value.Object(
        "In Amazon S3",
        [PropertyNames.S3Uri],
        (PropertyNames.S3Uri, Value.Text(
            TextRules.S3Uri, "The prefix of the results. Each job writes into its own folder below it, named after the job's id")),
        (PropertyNames.S3EncryptionKeyId, Value.Text(
            TextRules.KmsKeyId, "The KMS key for the results. Default: the bucket's own encryption")),
        (PropertyNames.S3BucketOwner, Value.AccountId(BucketOwner)));

    private static JsonObject Vpc() => Value.Object(
        "The VPC for the job's traffic to S3",
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
