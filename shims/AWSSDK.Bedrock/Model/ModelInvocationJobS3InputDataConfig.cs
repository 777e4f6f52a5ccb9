namespace Amazon.Bedrock.Model;

/// <summary>Where in S3 the input is.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobS3InputDataConfig.html</remarks>
public class ModelInvocationJobS3InputDataConfig
{
    /// <summary>The account that owns the bucket.</summary>
    public string S3BucketOwner { get; set; }

    /// <summary>The format of the input.</summary>
    public S3InputFormat S3InputFormat { get; set; }

    /// <summary>The URI of a file or a folder. Required.</summary>
    public string S3Uri { get; set; }
}
