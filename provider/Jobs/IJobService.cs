namespace BatchResource.Provider.Jobs;

/// <summary>
/// The calls to Bedrock that the rules need. Each call is one HTTP request and is never repeated here. Every failure is a
/// <see cref="JobServiceException"/>, including a lost answer.
/// </summary>
internal interface IJobService
{
    /// <summary>CreateModelInvocationJob.</summary>
    Task<JobArn> CreateAsync(NewJob job, CancellationToken cancellationToken);

    /// <summary>GetModelInvocationJob.</summary>
    Task<Job> GetAsync(JobArn arn, CancellationToken cancellationToken);

    /// <summary>StopModelInvocationJob.</summary>
    Task StopAsync(JobArn arn, CancellationToken cancellationToken);

    /// <summary>One page of ListModelInvocationJobs, the newest jobs first.</summary>
    Task<JobPage> ListAsync(
        string nameContains, DateTimeOffset? submittedAfter, string? nextToken, CancellationToken cancellationToken);

    /// <summary>ListTagsForResource.</summary>
    Task<IReadOnlyDictionary<string, string>> ListTagsAsync(JobArn arn, CancellationToken cancellationToken);

    /// <summary>TagResource.</summary>
    Task TagAsync(JobArn arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>UntagResource.</summary>
    Task UntagAsync(JobArn arn, IReadOnlyList<string> keys, CancellationToken cancellationToken);
}

/// <summary>One page of a list of jobs, and how to ask for the next.</summary>
internal sealed record JobPage(IReadOnlyList<Job> Jobs, string? NextToken);
