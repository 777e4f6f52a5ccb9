namespace BatchResource.Contract;

/// <summary>
/// The resource's properties. Those of a job mirror
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html">CreateModelInvocationJob</see> in
/// PascalCase. The provider accepts the names in any case.
/// </summary>
internal static class PropertyNames
{
    /// <summary>The provider's ARN, which CloudFormation reads.</summary>
    public const string ServiceToken = "ServiceToken";

    /// <summary>How many seconds CloudFormation waits for an answer (1 to 3600). CloudFormation reads it.</summary>
    public const string ServiceTimeout = "ServiceTimeout";

    /// <summary>The job's name, unique in the account and Region for ever. Without it, the provider generates one.</summary>
    public const string JobName = "JobName";

    /// <summary>The ARN of the service role that Bedrock assumes.</summary>
    public const string RoleArn = "RoleArn";

    /// <summary>The id or ARN of a model or inference profile.</summary>
    public const string ModelId = "ModelId";

    /// <summary>The input location, a union whose only member is <see cref="S3InputDataConfig"/>.</summary>
    public const string InputDataConfig = "InputDataConfig";

    /// <summary>The input location in S3.</summary>
    public const string S3InputDataConfig = "S3InputDataConfig";

    /// <summary>The output location, a union whose only member is <see cref="S3OutputDataConfig"/>.</summary>
    public const string OutputDataConfig = "OutputDataConfig";

    /// <summary>The output location in S3.</summary>
    public const string S3OutputDataConfig = "S3OutputDataConfig";

    /// <summary>An <c>s3://</c> URI.</summary>
    public const string S3Uri = "S3Uri";

    /// <summary>The format of the input: <c>JSONL</c>.</summary>
    public const string S3InputFormat = "S3InputFormat";

    /// <summary>The twelve digits of the account that owns the bucket.</summary>
    public const string S3BucketOwner = "S3BucketOwner";

    /// <summary>The KMS key that encrypts the results.</summary>
    public const string S3EncryptionKeyId = "S3EncryptionKeyId";

    /// <summary>The VPC for the job's traffic.</summary>
    public const string VpcConfig = "VpcConfig";

    /// <summary>1 to 16 subnets.</summary>
    public const string SubnetIds = "SubnetIds";

    /// <summary>1 to 5 security groups.</summary>
    public const string SecurityGroupIds = "SecurityGroupIds";

    /// <summary>The hours after which Bedrock ends an unfinished job (24 to 168).</summary>
    public const string TimeoutDurationInHours = "TimeoutDurationInHours";

    /// <summary>The form of the records: <c>InvokeModel</c> or <c>Converse</c>.</summary>
    public const string ModelInvocationType = "ModelInvocationType";

    /// <summary>The job's tags: a list of <see cref="Key"/> and <see cref="Value"/>.</summary>
    public const string Tags = "Tags";

    /// <summary>A tag's key.</summary>
    public const string Key = "Key";

    /// <summary>A tag's value.</summary>
    public const string Value = "Value";

    /// <summary>Any string. Change it to run the same job again. It is not sent to Bedrock.</summary>
    public const string Revision = "Revision";

    /// <summary>How far the job must be before CloudFormation gets its answer. It is not sent to Bedrock.</summary>
    public const string WaitFor = "WaitFor";
}
