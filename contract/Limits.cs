namespace BatchResource.Contract;

/// <summary>
/// The limits of
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html">CreateModelInvocationJob</see> and
/// of CloudFormation's custom resources, in the units of AWS's documentation.
/// </summary>
internal static class Limits
{
    /// <summary>Characters in a job's name.</summary>
    public const int JobNameLength = 63;

    /// <summary>Characters in a job's ARN.</summary>
    public const int JobArnLength = 1011;

    /// <summary>Characters in a role's ARN.</summary>
    public const int RoleArnLength = 2048;

    /// <summary>Characters in a model's id or ARN.</summary>
    public const int ModelIdLength = 2048;

    /// <summary>Characters in an S3 URI.</summary>
    public const int S3UriLength = 1024;

    /// <summary>Characters in a KMS key's id or ARN.</summary>
    public const int KmsKeyIdLength = 2048;

    /// <summary>Characters in the id of a subnet or security group.</summary>
    public const int VpcIdLength = 32;

    /// <summary>Subnets of a job.</summary>
    public const int Subnets = 16;

    /// <summary>Security groups of a job.</summary>
    public const int SecurityGroups = 5;

    /// <summary>The shortest timeout, in hours; also Bedrock's default.</summary>
    public const int MinimumTimeoutInHours = 24;

    /// <summary>The longest timeout, in hours.</summary>
    public const int MaximumTimeoutInHours = 168;

    /// <summary>Tags of a job. The service model allows 200 in a request; a resource holds 50.</summary>
    public const int Tags = 50;

    /// <summary>Characters in a tag's key.</summary>
    public const int TagKeyLength = 128;

    /// <summary>Characters in a tag's value.</summary>
    public const int TagValueLength = 256;

    /// <summary>Characters in <see cref="PropertyNames.Revision"/>, a limit of this resource alone.</summary>
    public const int RevisionLength = 256;

    /// <summary>The longest <see cref="PropertyNames.ServiceTimeout"/>, in seconds.</summary>
    public const int ServiceTimeoutInSeconds = 3600;

    /// <summary>The fewest records of a job, unless a quota says otherwise.</summary>
    public const int MinimumRecords = 100;

    /// <summary>
    /// Bytes in the line of a record. A model's request body has at most 25,000,000
    /// (<see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</see>), and the line
    /// also has the recordId.
    /// </summary>
    public const int RecordLength = 25_100_000;

    /// <summary>
    /// Levels of objects and arrays in a record, including the record itself. No documented request body is as deep, and .NET reads results
    /// up to this depth by default.
    /// </summary>
    public const int RecordDepth = 64;

    /// <summary>The longest time that a wait condition can wait, in seconds: twelve hours.</summary>
    public const int WaitConditionTimeoutInSeconds = 43_200;
}
