#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Bedrock.Internal;

/// <summary>Hands a client's configuration to the endpoint provider.</summary>
internal sealed class BedrockEndpointResolver : BaseEndpointResolver
{
    public static EndpointParameters Parameters(IClientConfig config, string? region)
    {
        // ServiceURL is also where the SDK puts AWS_ENDPOINT_URL_BEDROCK, AWS_ENDPOINT_URL and their like in the shared configuration.
        var url = config.ServiceURL;
        if (region is null && !string.IsNullOrEmpty(url))
            region = string.IsNullOrEmpty(config.AuthenticationRegion) ? AWSSDKUtils.DetermineRegion(url) : config.AuthenticationRegion;

        return new EndpointParameters
        {
            [BedrockEndpointProvider.Region] = region,
            [BedrockEndpointProvider.UseDualStack] = config.UseDualstackEndpoint,
            [BedrockEndpointProvider.UseFips] = config.UseFIPSEndpoint,
            [BedrockEndpointProvider.Endpoint] = url,
        };
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return Parameters(config, requestContext.Request.AlternateEndpoint?.SystemName ?? config.RegionEndpoint?.SystemName);
    }
}
