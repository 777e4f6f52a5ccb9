using Amazon.Bedrock.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Util.Internal;

namespace Amazon.Bedrock;

/// <summary>The configuration of an <see cref="AmazonBedrockClient"/>.</summary>
public class AmazonBedrockConfig : ClientConfig
{
    private static readonly string SdkUserAgent = InternalSDKUtils.BuildUserAgentString("Bedrock", "4.0.0");

    /// <summary>Takes what is unset from the environment and the shared configuration files.</summary>
    public AmazonBedrockConfig()
        : base(new DefaultConfigurationProvider(DefaultConfigurations.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "bedrock";
        EndpointProvider = new BedrockEndpointProvider();
    }

    /// <summary>The identifier of the service.</summary>
    public static new string ServiceId => "Bedrock";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "bedrock";

    /// <inheritdoc/>
    public override string ServiceVersion => "2023-04-20";

    /// <inheritdoc/>
    public override string UserAgent => SdkUserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new BedrockEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(
            new RequestContext(enableMetrics: false, new NullSigner())
            {
                ClientConfig = this,
                OriginalRequest = parameters.Request,
                Request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
            },
            responseContext: null));
}
