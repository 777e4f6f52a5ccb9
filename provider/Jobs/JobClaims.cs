using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>Reads and writes which events count on a job (<see cref="Claims"/>).</summary>
internal sealed class JobClaims(JobCalls calls, JobLog log)
{
    /// <summary>
    /// The claims in the tags. If the tags cannot be read, only the event that started the job has a claim: the worse mistake is a job that
    /// nobody deletes.
    /// </summary>
    public async Task<Claims> ReadAsync(JobArn arn, CancellationToken cancellationToken) =>
        await TryReadAsync(arn, cancellationToken) ?? Claims.None;

    /// <summary>Notes that an event is answered with a job that it did not start. Call it before the answer.</summary>
    public Task AdoptAsync(Job job, EventMark answered, CancellationToken cancellationToken) =>
        NoteAsync(job, Claims.AdoptionKey(answered), cancellationToken);

    /// <summary>Notes the deletion of an id that may have been the job's.</summary>
    public Task ReleaseAsync(Job job, string physicalResourceId, CancellationToken cancellationToken) =>
        NoteAsync(job, Claims.ReleaseKey(physicalResourceId), cancellationToken);

    /// <summary>Notes that the job itself is being deleted.</summary>
    public async Task NoteDeletionAsync(JobArn arn, EventMark delete, CancellationToken cancellationToken)
    {
        try
        {
            await calls.TagAsync(arn, Tags(Claims.DeletedTag(delete)), cancellationToken);
        }
        catch (JobServiceException)
        {
            // The job was stopped before, or is gone, or tags are not allowed. An Update that is running may then not see the deletion.
        }
    }

    /// <summary>Notes on CloudFormation's current job that an Update is about to start another job in its place.</summary>
    /// <returns>
    /// The other notes on the job; none if they cannot be read. Null if the Update has been given up: CloudFormation has issued a later one
    /// or deletes the job, and would never learn of the new job.
    /// </returns>
    public async Task<Claims?> AnnounceAsync(Job? current, UpdateSubject subject, CancellationToken cancellationToken)
    {
        if (current is not { Status.IsCancelled: false })
        {
            return Claims.None;
        }

        var mark = subject.Request.Mark;
        await NoteAsync(current, Claims.NextTag(mark, subject.Wanted.Definition.JobName), cancellationToken);
        if (await TryReadAsync(current.Arn, cancellationToken) is { } notes)
        {
            return notes.AreAfter(mark) ? null : notes;
        }

        return (await calls.RefreshAsync(current, cancellationToken)).Status.IsCancelled ? null : Claims.None;
    }

    /// <summary>Notes on CloudFormation's current job that an Update is answered with another job that was there already.</summary>
    /// <returns>The other notes on the job; none if they cannot be read.</returns>
    public async Task<Claims> NoteReplacementAsync(Job? current, EventMark update, CancellationToken cancellationToken)
    {
        if (current is not { Status.IsCancelled: false })
        {
            return Claims.None;
        }

        await NoteAsync(current, Claims.ReplacedTag(update), cancellationToken);
        return await ReadAsync(current.Arn, cancellationToken);
    }

    /// <summary>Removes the note of an Update, because nothing was started.</summary>
    public async Task WithdrawAsync(Job? current, UpdateSubject subject, CancellationToken cancellationToken)
    {
        if (current is not { Status.IsCancelled: false })
        {
            return;
        }

        try
        {
            var key = Claims.NextTag(subject.Request.Mark, null).Key;
            await calls.UntagAsync(current.Arn, [key], cancellationToken);
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
            return Claims.Read(await calls.ListTagsAsync(arn, cancellationToken));
        }
        catch (JobServiceException)
        {
            return null;
        }
    }

    private Task NoteAsync(Job job, string key, CancellationToken cancellationToken) =>
        NoteAsync(job, new KeyValuePair<string, string>(key, string.Empty), cancellationToken);

    private static Dictionary<string, string> Tags(KeyValuePair<string, string> tag) =>
        new(StringComparer.Ordinal) { [tag.Key] = tag.Value };

    private async Task NoteAsync(Job job, KeyValuePair<string, string> tag, CancellationToken cancellationToken)
    {
        try
        {
            await calls.TagAsync(job.Arn, Tags(tag), cancellationToken);
        }
        catch (JobServiceException failure)
        {
            // The answer is correct without the note. Only a later event may conclude something wrong.
            log.TagsNotChanged(job, failure.Sentence);
        }
    }
}
