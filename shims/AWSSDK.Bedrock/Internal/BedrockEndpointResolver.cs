#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Internal;

/// <summary>Hands a client's configuration to the endpoint provider.</summary>
internal sealed class BedrockEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            [BedrockEndpointProvider.Region] = (requestContext.Request.AlternateEndpoint ?? config.RegionEndpoint)?.SystemName,
            [BedrockEndpointProvider.UseDualStack] = config.UseDualstackEndpoint,
            [BedrockEndpointProvider.UseFips] = config.UseFIPSEndpoint,

            // This is also where the SDK puts AWS_ENDPOINT_URL_BEDROCK, AWS_ENDPOINT_URL and their like in the shared configuration.
            [BedrockEndpointProvider.Endpoint] = config.ServiceURL,
        };
    }
}
