namespace BatchResource.Provider.Jobs;

/// <summary>Asks Bedrock for one job.</summary>
internal sealed class JobLook(IJobService service, JobCalls calls)
{
    /// <summary>The job; null when there is none.</summary>
    /// <exception cref="JobServiceException">Bedrock does not tell.</exception>
    public async Task<Job?> AtAsync(JobArn arn, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.RunAsync(token => service.GetAsync(arn, token), cancellationToken);
        }
        catch (JobServiceException failure) when (failure.Error == JobServiceError.NotFound)
        {
            return null;
        }
    }

    /// <summary>A job as it is now; as the list showed it, where Get lags behind the list.</summary>
    /// <exception cref="JobServiceException">Bedrock does not tell.</exception>
    public async Task<Job> AtAsync(Job listed, CancellationToken cancellationToken) =>
        await AtAsync(listed.Arn, cancellationToken) ?? listed;
}
