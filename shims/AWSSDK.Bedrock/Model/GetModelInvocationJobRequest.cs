namespace Amazon.Bedrock.Model;

/// <summary>Describes a batch inference job.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationJob.html</remarks>
public class GetModelInvocationJobRequest : AmazonBedrockRequest
{
    /// <summary>The ARN of the job, or the last part of it. Required.</summary>
    public string JobIdentifier { get; set; }
}
