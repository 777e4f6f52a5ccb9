using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace BatchResource.Provider.Stacks;

/// <summary>
/// The settings for CloudFormation's endpoint. Region and credentials come from the environment, and so does the address if
/// <c>AWS_ENDPOINT_URL_CLOUDFORMATION</c> or a similar variable is set.
/// </summary>
internal sealed class StackClientConfig : ClientConfig
{
    public const string Service = "cloudformation";
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString("CloudFormation", "4.0.0");

    public StackClientConfig()
        : base(new DefaultConfigurationProvider(Enum.GetValues<DefaultConfigurationMode>().Select(Mode)))
    {
        ServiceId = "CloudFormation";
        AuthenticationServiceName = Service;

        // A function in a VPC may have no route to CloudFormation. The answer to its event must not wait for that.
        MaxErrorRetry = 2;
        Timeout = TimeSpan.FromSeconds(4);
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => Service;

    /// <inheritdoc/>
    public override string ServiceVersion => "2010-05-15";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <summary>See <see href="https://docs.aws.amazon.com/general/latest/gr/cfn.html">AWS CloudFormation endpoints</see>.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(
        string.IsNullOrEmpty(ServiceURL)
            ? $"https://{(UseFIPSEndpoint ? $"{Service}-fips" : Service)}.{RegionEndpoint.SystemName}.{RegionEndpoint.PartitionDnsSuffix}"
            : ServiceURL);

    private static IDefaultConfiguration Mode(DefaultConfigurationMode name) => new DefaultConfiguration
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
    };
}
