using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>What every request to Amazon Bedrock derives from.</summary>
public class AmazonBedrockRequest : AmazonWebServiceRequest;
