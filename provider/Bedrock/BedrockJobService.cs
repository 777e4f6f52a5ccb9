using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Bedrock;

/// <summary>
/// Calls Bedrock with the AWS SDK. Nothing else does. See
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock.html">the API reference</see>.
/// </summary>
internal sealed class BedrockJobService(IAmazonBedrock bedrock) : IJobService
{
    private const int PageSize = 100;

    /// <summary>Connects to Bedrock. Region, endpoint and credentials come from the environment, as Lambda sets it.</summary>
    public static BedrockJobService Connect(LifecycleOptions options) => new(new AmazonBedrockClient(ConfigFor(options)));

    /// <summary>
    /// Makes a client that sends each call once. The rules repeat calls, because only they know what a lost answer means and when the
    /// window for a new job closes (L8, L13).
    /// </summary>
    public static AmazonBedrockConfig ConfigFor(LifecycleOptions options) => new()
    {
        MaxErrorRetry = 0,
        MaxStaleConnectionRetries = 0,
        Timeout = options.CallTimeout,
    };

    /// <inheritdoc/>
    public Task<JobArn> CreateAsync(NewJob job, CancellationToken cancellationToken) => CallAsync(
        "CreateModelInvocationJob",
        async () =>
        {
            var response = await bedrock.CreateModelInvocationJobAsync(BedrockMapping.ToRequest(job), cancellationToken);
            return JobArn.TryParse(response.JobArn) ?? throw new JobServiceException(
                "CreateModelInvocationJob", JobServiceError.Repeated, "Bedrock accepted the request but named no job");
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Job> GetAsync(JobArn arn, CancellationToken cancellationToken) => CallAsync(
        "GetModelInvocationJob",
        async () => BedrockMapping.FromGet(await bedrock.GetModelInvocationJobAsync(
            new GetModelInvocationJobRequest { JobIdentifier = arn.Value }, cancellationToken)),
        cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(JobArn arn, CancellationToken cancellationToken) => CallAsync(
        "StopModelInvocationJob",
        () => bedrock.StopModelInvocationJobAsync(new StopModelInvocationJobRequest { JobIdentifier = arn.Value }, cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task<JobPage> ListAsync(
        string nameContains, DateTimeOffset? submittedAfter, string? nextToken, CancellationToken cancellationToken) => CallAsync(
        "ListModelInvocationJobs",
        async () =>
        {
            var request = new ListModelInvocationJobsRequest
            {
                NameContains = nameContains,
                SubmitTimeAfter = submittedAfter?.UtcDateTime,
                SortBy = SortJobsBy.CreationTime,
                SortOrder = SortOrder.Descending,
                NextToken = nextToken,
                MaxResults = PageSize,
            };
            var response = await bedrock.ListModelInvocationJobsAsync(request, cancellationToken);
            var jobs = new List<Job>();
            foreach (var summary in response.InvocationJobSummaries ?? [])
            {
                jobs.Add(BedrockMapping.FromSummary(summary));
            }

            return new JobPage(jobs, response.NextToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ListTagsAsync(JobArn arn, CancellationToken cancellationToken) => CallAsync(
        "ListTagsForResource",
        async () => (IReadOnlyDictionary<string, string>)BedrockMapping.FromTags(
            (await bedrock.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = arn.Value }, cancellationToken)).Tags),
        cancellationToken);

    /// <inheritdoc/>
    public Task TagAsync(JobArn arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) => CallAsync(
        "TagResource",
        () => bedrock.TagResourceAsync(
            new TagResourceRequest { ResourceARN = arn.Value, Tags = BedrockMapping.ToTags(tags) }, cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task UntagAsync(JobArn arn, IReadOnlyList<string> keys, CancellationToken cancellationToken) => CallAsync(
        "UntagResource",
        () => bedrock.UntagResourceAsync(
            new UntagResourceRequest { ResourceARN = arn.Value, TagKeys = [.. keys] }, cancellationToken),
        cancellationToken);

    private static async Task<T> CallAsync<T>(string operation, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (BedrockErrors.IsFailureOfCall(failure, cancellationToken))
        {
            throw BedrockErrors.Translate(operation, failure);
        }
    }
}
