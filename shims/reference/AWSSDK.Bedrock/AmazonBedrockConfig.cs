namespace Amazon.Bedrock;

public class AmazonBedrockConfig : ClientConfig
{
    public override extern Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters);
    public extern AmazonBedrockConfig();
    public static new extern string ServiceId { get; }
    public override extern string RegionEndpointServiceName { get; }
    public override extern string ServiceVersion { get; }
    public override extern string UserAgent { get; }
}
