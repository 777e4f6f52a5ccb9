using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BatchResource.Provider.Stacks;

/// <summary>
/// Two read operations of CloudFormation on AWSSDK.Core's pipeline. The whole AWSSDK.CloudFormation would double the bundle.
/// </summary>
internal sealed class StackClient : AmazonServiceClient
{
    /// <summary>Takes the credentials from the environment.</summary>
    public StackClient(StackClientConfig config)
        : base(config)
    {
    }

    public StackClient(AWSCredentials credentials, StackClientConfig config)
        : base(credentials, config)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata { get; } = new StackServiceMetadata();

    /// <summary>Sends a call.</summary>
    public Task<StackReply> CallAsync(StackCall call, CancellationToken cancellationToken)
    {
        var options = new InvokeOptions { RequestMarshaller = StackMarshaller.Instance, ResponseUnmarshaller = StackUnmarshaller.Instance };
        return InvokeAsync<StackReply>(call, options, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.AddHandlerAfter<Marshaller>(new StackAuthSchemeHandler());
}
