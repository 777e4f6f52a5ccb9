using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The tags of a resource.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The tags; null when the answer has none.</summary>
    public List<Tag> Tags { get; set; }
}
