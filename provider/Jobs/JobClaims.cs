using BatchResource.Contract;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider.Jobs;

/// <summary>Reads and notes which events count on a job (<see cref="Claims"/>).</summary>
internal sealed class JobClaims(IJobService service, JobCalls calls, JobLook look, Log log)
{
    /// <summary>
    /// What the tags tell. Where they cannot be read there are no claims but that of the event that started the job: a job that nobody
    /// deletes is the worse mistake.
    /// </summary>
    public async Task<Claims> ReadAsync(JobArn arn, CancellationToken cancellationToken) =>
        await TryReadAsync(arn, cancellationToken) ?? Claims.None;

    /// <summary>Notes, before CloudFormation is answered, that an event is answered with a job that it did not start.</summary>
    public Task AdoptAsync(Job job, EventMark answered, CancellationToken cancellationToken) =>
        NoteAsync(job, Claims.AdoptionKey(answered), cancellationToken);

    /// <summary>Notes that an id was deleted that may have been the job's.</summary>
    public Task ReleaseAsync(Job job, string physicalResourceId, CancellationToken cancellationToken) =>
        NoteAsync(job, Claims.ReleaseKey(physicalResourceId), cancellationToken);

    /// <summary>Notes that the job itself is being deleted.</summary>
    public async Task NoteDeletionAsync(JobArn arn, EventMark delete, CancellationToken cancellationToken)
    {
        try
        {
            await calls.RunAsync(token => service.TagAsync(arn, Claims.DeletedTag(delete), token), cancellationToken);
        }
        catch (JobServiceException)
        {
            // It has been stopped before, or is gone, or tags are not allowed: an Update that is under way may not learn of it.
        }
    }

    /// <summary>Notes on the job that CloudFormation knows that an Update is about to start another in its place.</summary>
    /// <returns>
    /// Whether it may: CloudFormation deletes the job of an Update only when it has given the Update up, and nobody would ever hear of
    /// the other.
    /// </returns>
    public async Task<bool> AnnounceAsync(Job? current, UpdateSubject subject, CancellationToken cancellationToken)
    {
        if (current is not { Status.IsCancelled: false })
        {
            return true;
        }

        await NoteAsync(current, Claims.NextTags(subject.Request.Mark, subject.Wanted.Definition.JobName), cancellationToken);
        var tags = await TryReadAsync(current.Arn, cancellationToken);
        return tags is not null
            ? !(tags.Deleted?.IssuedAt >= subject.Request.Mark.IssuedAt)
            : !(await look.AtAsync(current, cancellationToken)).Status.IsCancelled;
    }

    /// <summary>Takes that back, as nothing was started.</summary>
    public async Task WithdrawAsync(Job? current, UpdateSubject subject, CancellationToken cancellationToken)
    {
        if (current is not { Status.IsCancelled: false })
        {
            return;
        }

        try
        {
            var keys = Claims.NextTags(subject.Request.Mark, subject.Wanted.Definition.JobName).Keys.ToList();
            await calls.RunAsync(token => service.UntagAsync(current.Arn, keys, token), cancellationToken);
        }
        catch (JobServiceException failure)
        {
            log.TagsNotChanged(current, failure.Sentence);
        }
    }

    private async Task<Claims?> TryReadAsync(JobArn arn, CancellationToken cancellationToken)
    {
        try
        {
            return Claims.Read(await calls.RunAsync(token => service.ListTagsAsync(arn, token), cancellationToken));
        }
        catch (JobServiceException)
        {
            return null;
        }
    }

    private Task NoteAsync(Job job, string key, CancellationToken cancellationToken) =>
        NoteAsync(job, new Dictionary<string, string>(StringComparer.Ordinal) { [key] = string.Empty }, cancellationToken);

    private async Task NoteAsync(Job job, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        try
        {
            await calls.RunAsync(token => service.TagAsync(job.Arn, tags, token), cancellationToken);
        }
        catch (JobServiceException failure)
        {
            // The answer is right without it; only what a later event may conclude from it is not.
            log.TagsNotChanged(job, failure.Sentence);
        }
    }
}
