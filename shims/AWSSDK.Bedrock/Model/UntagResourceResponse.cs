using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The answer to untagging; it has no members.</summary>
public class UntagResourceResponse : AmazonWebServiceResponse;
