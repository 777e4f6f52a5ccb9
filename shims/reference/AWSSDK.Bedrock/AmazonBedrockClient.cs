namespace Amazon.Bedrock;

public class AmazonBedrockClient : AmazonServiceClient, IAmazonBedrock
{
    public extern Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);
    protected override extern IServiceMetadata ServiceMetadata { get; }
    public virtual extern Task<CreateModelInvocationJobResponse> CreateModelInvocationJobAsync(
        CreateModelInvocationJobRequest request, CancellationToken cancellationToken = default);
    public virtual extern Task<GetModelInvocationJobResponse> GetModelInvocationJobAsync(
        GetModelInvocationJobRequest request, CancellationToken cancellationToken = default);
    public virtual extern Task<ListModelInvocationJobsResponse> ListModelInvocationJobsAsync(
        ListModelInvocationJobsRequest request, CancellationToken cancellationToken = default);
    public virtual extern Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default);
    public virtual extern Task<StopModelInvocationJobResponse> StopModelInvocationJobAsync(
        StopModelInvocationJobRequest request, CancellationToken cancellationToken = default);
    public virtual extern Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default);
    public virtual extern Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request, CancellationToken cancellationToken = default);
    public extern AmazonBedrockClient();
    public extern AmazonBedrockClient(AWSCredentials credentials);
    public extern AmazonBedrockClient(AWSCredentials credentials, AmazonBedrockConfig clientConfig);
    public extern AmazonBedrockClient(AWSCredentials credentials, RegionEndpoint region);
    public extern AmazonBedrockClient(AmazonBedrockConfig config);
    public extern AmazonBedrockClient(RegionEndpoint region);
    public extern AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey);
    public extern AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonBedrockConfig clientConfig);
    public extern AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region);
    public extern AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken);
    public extern AmazonBedrockClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonBedrockConfig clientConfig);
    public extern AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region);
    protected override extern void CustomizeRuntimePipeline(RuntimePipeline pipeline);
    protected override extern void Dispose(bool disposing);
    static extern ClientConfig IAmazonService.CreateDefaultClientConfig();
    static extern IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig);
}
