namespace Amazon.Bedrock;

public class AmazonBedrockRequest : AmazonWebServiceRequest
{
    protected override extern bool Expect100Continue { get; }
    public extern AmazonBedrockRequest();
}
