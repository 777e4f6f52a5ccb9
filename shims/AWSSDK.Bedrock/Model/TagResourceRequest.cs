namespace Amazon.Bedrock.Model;

/// <summary>Adds tags to a resource, or changes their values.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TagResource.html</remarks>
public class TagResourceRequest : AmazonBedrockRequest
{
    /// <summary>The ARN of the resource. Required.</summary>
    public string ResourceARN { get; set; }

    /// <summary>The tags; null until set. Required.</summary>
    public List<Tag> Tags { get; set; }
}
