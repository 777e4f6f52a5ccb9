using Amazon.Bedrock.Model;
using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Amazon Bedrock's control plane, as far as it concerns batch inference jobs.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock.html</remarks>
public interface IAmazonBedrock : IAmazonService, IDisposable
{
    /// <summary>Starts a batch inference job.</summary>
    /// <exception cref="AmazonBedrockException">The service answered with an error; modelled ones have a type of their own.</exception>
    Task<CreateModelInvocationJobResponse> CreateModelInvocationJobAsync(
        CreateModelInvocationJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes a batch inference job.</summary>
    /// <exception cref="AmazonBedrockException">The service answered with an error; modelled ones have a type of their own.</exception>
    Task<GetModelInvocationJobResponse> GetModelInvocationJobAsync(
        GetModelInvocationJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists batch inference jobs, a page at a time.</summary>
    /// <exception cref="AmazonBedrockException">The service answered with an error; modelled ones have a type of their own.</exception>
    Task<ListModelInvocationJobsResponse> ListModelInvocationJobsAsync(
        ListModelInvocationJobsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags of a resource.</summary>
    /// <exception cref="AmazonBedrockException">The service answered with an error; modelled ones have a type of their own.</exception>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stops a batch inference job.</summary>
    /// <exception cref="AmazonBedrockException">The service answered with an error; modelled ones have a type of their own.</exception>
    Task<StopModelInvocationJobResponse> StopModelInvocationJobAsync(
        StopModelInvocationJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds tags to a resource, or changes their values.</summary>
    /// <exception cref="AmazonBedrockException">The service answered with an error; modelled ones have a type of their own.</exception>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes tags from a resource.</summary>
    /// <exception cref="AmazonBedrockException">The service answered with an error; modelled ones have a type of their own.</exception>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);
}
