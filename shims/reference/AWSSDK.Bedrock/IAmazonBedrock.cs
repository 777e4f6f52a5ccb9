namespace Amazon.Bedrock;

public interface IAmazonBedrock : IAmazonService, IDisposable
{
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);
    Task<CreateModelInvocationJobResponse> CreateModelInvocationJobAsync(
        CreateModelInvocationJobRequest request, CancellationToken cancellationToken = default);
    Task<GetModelInvocationJobResponse> GetModelInvocationJobAsync(
        GetModelInvocationJobRequest request, CancellationToken cancellationToken = default);
    Task<ListModelInvocationJobsResponse> ListModelInvocationJobsAsync(
        ListModelInvocationJobsRequest request, CancellationToken cancellationToken = default);
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default);
    Task<StopModelInvocationJobResponse> StopModelInvocationJobAsync(
        StopModelInvocationJobRequest request, CancellationToken cancellationToken = default);
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);
}
