namespace Amazon.Bedrock.Model;

/// <summary>Lists the tags of a resource.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListTagsForResource.html</remarks>
public class ListTagsForResourceRequest : AmazonBedrockRequest
{
    /// <summary>The ARN of the resource. Required.</summary>
    public string ResourceARN { get; set; }
}
