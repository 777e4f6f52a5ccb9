namespace BatchResource.Provider.Jobs;

/// <summary>Updates a job's tags in place (L10).</summary>
internal sealed class JobTagger(JobCalls calls, JobLog log)
{
    /// <summary>
    /// Replaces the resource's old tags with the wanted ones. A job that has ended keeps its tags if Bedrock does not allow a change.
    /// </summary>
    /// <exception cref="JobServiceException">The tags of a running job cannot be changed.</exception>
    public async Task ApplyAsync(
        Job job,
        IReadOnlyDictionary<string, string> previous,
        IReadOnlyDictionary<string, string> wanted,
        CancellationToken cancellationToken)
    {
        try
        {
            // If the tags cannot be read, assume that the job has the resource's old tags.
            var present = await ReadAsync(job, cancellationToken);
            await SendAsync(job, TagChange.Between(present ?? previous, previous, wanted), isGuess: present is null, cancellationToken);
        }
        catch (JobServiceException failure) when (!job.Status.IsActive)
        {
            log.TagsNotChanged(job, failure.Sentence);
        }
        catch (JobServiceException failure)
        {
            // It may have ended in the meantime.
            if (await IsActiveAsync(job.Arn, cancellationToken))
            {
                throw;
            }

            log.TagsNotChanged(job, failure.Sentence);
        }
    }

    private async Task<IReadOnlyDictionary<string, string>?> ReadAsync(Job job, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.ListTagsAsync(job.Arn, cancellationToken);
        }
        catch (JobServiceException failure) when (failure.Error == JobServiceError.AccessDenied)
        {
            return null;
        }
    }

    private async Task SendAsync(Job job, TagChange change, bool isGuess, CancellationToken cancellationToken)
    {
        // Remove first: a job with the maximum number of tags accepts no other.
        if (change.Removed.Count > 0)
        {
            try
            {
                await calls.UntagAsync(job.Arn, change.Removed, cancellationToken);
            }
            catch (JobServiceException failure) when (isGuess && failure.Error == JobServiceError.AccessDenied)
            {
                // This may be the rollback of an update that was not allowed to add the tags. It must not fail for the same reason.
                log.TagsNotChanged(job, failure.Sentence);
            }
        }

        if (change.Added.Count > 0)
        {
            await calls.TagAsync(job.Arn, change.Added, cancellationToken);
        }
    }

    private async Task<bool> IsActiveAsync(JobArn arn, CancellationToken cancellationToken)
    {
        try
        {
            return (await calls.GetAsync(arn, cancellationToken)).Status.IsActive;
        }
        catch (JobServiceException)
        {
            return true;
        }
    }
}
