using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The answer to tagging; it has no members.</summary>
public class TagResourceResponse : AmazonWebServiceResponse;
