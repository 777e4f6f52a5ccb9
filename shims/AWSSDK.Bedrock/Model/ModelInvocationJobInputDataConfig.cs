namespace Amazon.Bedrock.Model;

/// <summary>The input of a batch inference job: a union of one.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobInputDataConfig.html</remarks>
public class ModelInvocationJobInputDataConfig
{
    /// <summary>Input in S3.</summary>
    public ModelInvocationJobS3InputDataConfig S3InputDataConfig { get; set; }
}
