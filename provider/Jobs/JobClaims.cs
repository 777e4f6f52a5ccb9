using BatchResource.Contract;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider.Jobs;

/// <summary>Reads and notes which events count on a job (<see cref="Claims"/>).</summary>
internal sealed class JobClaims(IJobService service, JobCalls calls, Log log)
{
    /// <summary>
    /// What the tags tell. Where they cannot be read there are no claims but that of the event that started the job: a job that nobody
    /// deletes is the worse mistake.
    /// </summary>
    public async Task<Claims> ReadAsync(JobArn arn, CancellationToken cancellationToken)
    {
        try
        {
            return Claims.Read(await calls.RunAsync(token => service.ListTagsAsync(arn, token), cancellationToken));
        }
        catch (JobServiceException)
        {
            return Claims.None;
        }
    }

    /// <summary>Notes, before CloudFormation is answered, that an event is answered with a job that it did not start.</summary>
    public Task AdoptAsync(Job job, EventMark answered, CancellationToken cancellationToken) =>
        NoteAsync(job, Claims.AdoptionKey(answered), cancellationToken);

    /// <summary>Notes that an id was deleted that may have been the job's.</summary>
    public Task ReleaseAsync(Job job, string physicalResourceId, CancellationToken cancellationToken) =>
        NoteAsync(job, Claims.ReleaseKey(physicalResourceId), cancellationToken);

    private async Task NoteAsync(Job job, string key, CancellationToken cancellationToken)
    {
        try
        {
            var tags = new Dictionary<string, string>(StringComparer.Ordinal) { [key] = string.Empty };
            await calls.RunAsync(token => service.TagAsync(job.Arn, tags, token), cancellationToken);
        }
        catch (JobServiceException failure)
        {
            // The answer is right without it; only what a later event may conclude from it is not.
            log.TagsNotChanged(job, failure.Sentence);
        }
    }
}
