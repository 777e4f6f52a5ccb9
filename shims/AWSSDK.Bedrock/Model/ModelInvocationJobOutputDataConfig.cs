namespace Amazon.Bedrock.Model;

/// <summary>The output of a batch inference job: a union of one.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobOutputDataConfig.html</remarks>
public class ModelInvocationJobOutputDataConfig
{
    /// <summary>Output to S3.</summary>
    public ModelInvocationJobS3OutputDataConfig S3OutputDataConfig { get; set; }
}
