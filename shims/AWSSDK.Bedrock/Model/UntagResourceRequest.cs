namespace Amazon.Bedrock.Model;

/// <summary>Removes tags from a resource.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_UntagResource.html</remarks>
public class UntagResourceRequest : AmazonBedrockRequest
{
    /// <summary>The ARN of the resource. Required.</summary>
    public string ResourceARN { get; set; }

    /// <summary>The keys of the tags; null until set. Required.</summary>
    public List<string> TagKeys { get; set; }
}
