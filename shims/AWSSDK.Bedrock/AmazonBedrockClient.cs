using Amazon.Bedrock.Internal;
using Amazon.Bedrock.Internal.Operations;
using Amazon.Bedrock.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock;

/// <summary>A client of Amazon Bedrock's control plane. Safe for use by several threads.</summary>
public class AmazonBedrockClient : AmazonServiceClient, IAmazonBedrock
{
    private static readonly BedrockServiceMetadata Metadata = new();

    /// <summary>Takes credentials and region from the environment, the shared configuration files or the instance.</summary>
    public AmazonBedrockClient()
        : base(new AmazonBedrockConfig())
    {
    }

    /// <summary>Takes credentials from the environment, the shared configuration files or the instance.</summary>
    public AmazonBedrockClient(RegionEndpoint region)
        : base(new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Takes credentials from the environment, the shared configuration files or the instance.</summary>
    public AmazonBedrockClient(AmazonBedrockConfig config)
        : base(config)
    {
    }

    /// <summary>Takes the region from the environment, the shared configuration files or the instance.</summary>
    public AmazonBedrockClient(AWSCredentials credentials)
        : base(credentials, new AmazonBedrockConfig())
    {
    }

    /// <summary>Uses the credentials and the region.</summary>
    public AmazonBedrockClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the credentials and the configuration.</summary>
    public AmazonBedrockClient(AWSCredentials credentials, AmazonBedrockConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Takes the region from the environment, the shared configuration files or the instance.</summary>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockConfig())
    {
    }

    /// <summary>Uses the credentials and the region.</summary>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the credentials and the configuration.</summary>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonBedrockConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>Takes the region from the environment, the shared configuration files or the instance.</summary>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockConfig())
    {
    }

    /// <summary>Uses the credentials and the region.</summary>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the credentials and the configuration.</summary>
    public AmazonBedrockClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonBedrockConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<CreateModelInvocationJobResponse> CreateModelInvocationJobAsync(
        CreateModelInvocationJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(CreateModelInvocationJobOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetModelInvocationJobResponse> GetModelInvocationJobAsync(
        GetModelInvocationJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(GetModelInvocationJobOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListModelInvocationJobsResponse> ListModelInvocationJobsAsync(
        ListModelInvocationJobsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(ListModelInvocationJobsOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(ListTagsForResourceOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StopModelInvocationJobResponse> StopModelInvocationJobAsync(
        StopModelInvocationJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(StopModelInvocationJobOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(TagResourceOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(UntagResourceOperation.Instance, request, cancellationToken);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBedrockConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
            ? new AmazonBedrockClient((AmazonBedrockConfig)clientConfig)
            : new AmazonBedrockClient(awsCredentials, (AmazonBedrockConfig)clientConfig);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new BedrockEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new BedrockAuthSchemeHandler());
    }

    private Task<TResponse> InvokeAsync<TRequest, TResponse>(
        RestJsonOperation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new()
    {
        var options = new InvokeOptions { RequestMarshaller = operation, ResponseUnmarshaller = operation };
        return InvokeAsync<TResponse>(request, options, cancellationToken);
    }
}
