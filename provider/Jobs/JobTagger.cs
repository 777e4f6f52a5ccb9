using BatchResource.Provider.Logging;

namespace BatchResource.Provider.Jobs;

/// <summary>Brings a job's tags up to date in place (L10).</summary>
internal sealed class JobTagger(IJobService service, JobCalls calls, Log log)
{
    /// <summary>Makes a change. A job that has ended keeps the tags it had, where Bedrock does not let them change.</summary>
    public Task ApplyAsync(Job job, TagChange change, CancellationToken cancellationToken) =>
        ForgivingAsync(job, () => SendAsync(job, change, cancellationToken));

    /// <summary>Gives a job that is taken over exactly these tags.</summary>
    public Task ReplaceAsync(Job job, IReadOnlyDictionary<string, string> wanted, CancellationToken cancellationToken) =>
        ForgivingAsync(job, async () =>
        {
            var present = await calls.RunAsync(token => service.ListTagsAsync(job.Arn, token), cancellationToken);
            await SendAsync(job, TagChange.Between(present, wanted), cancellationToken);
        });

    private async Task SendAsync(Job job, TagChange change, CancellationToken cancellationToken)
    {
        // Removed first: a job that has as many tags as it may have could not take another.
        if (change.Removed.Count > 0)
        {
            await calls.RunAsync(token => service.UntagAsync(job.Arn, change.Removed, token), cancellationToken);
        }

        if (change.Added.Count > 0)
        {
            await calls.RunAsync(token => service.TagAsync(job.Arn, change.Added, token), cancellationToken);
        }
    }

    private async Task ForgivingAsync(Job job, Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (JobServiceException failure) when (!job.Status.IsActive)
        {
            log.TagsNotChanged(job, failure.Sentence);
        }
    }
}
