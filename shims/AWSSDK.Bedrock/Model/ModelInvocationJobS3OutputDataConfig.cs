namespace Amazon.Bedrock.Model;

/// <summary>Where in S3 the results go.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobS3OutputDataConfig.html</remarks>
public class ModelInvocationJobS3OutputDataConfig
{
    /// <summary>The account that owns the bucket.</summary>
    public string S3BucketOwner { get; set; }

    /// <summary>The KMS key that encrypts the results.</summary>
    public string S3EncryptionKeyId { get; set; }

    /// <summary>The URI of a folder. Required.</summary>
    public string S3Uri { get; set; }
}
