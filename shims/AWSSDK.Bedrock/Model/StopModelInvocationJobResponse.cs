using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The answer to a stop; it has no members.</summary>
public class StopModelInvocationJobResponse : AmazonWebServiceResponse;
