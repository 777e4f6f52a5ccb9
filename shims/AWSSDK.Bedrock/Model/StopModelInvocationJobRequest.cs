namespace Amazon.Bedrock.Model;

/// <summary>Stops a batch inference job.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelInvocationJob.html</remarks>
public class StopModelInvocationJobRequest : AmazonBedrockRequest
{
    /// <summary>The ARN of the job, or the last part of it. Required.</summary>
    public string JobIdentifier { get; set; }
}
