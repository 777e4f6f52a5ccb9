using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// Asks CloudFormation whether it was ever told of a job, because no event says so (L11, L12), and whether it still waits for an event that
/// came late (L4). If CloudFormation cannot be asked, nothing is known, and the rules use the events alone. See
/// docs/decisions/0027-cloudformation-is-asked-in-doubt.md.
/// </summary>
internal sealed class ToldJobs(IStackRecord record, LifecycleOptions options, TimeProvider time, JobLog log)
{
    // CloudFormation writes an event of the stack just before it issues the request, with another clock.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    // The time of an event's issue has no fraction. What came to its end before that second was over may be an earlier event.
    private static readonly TimeSpan Fraction = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether CloudFormation was told of the job: its record names the job now, or an event of the stack has named it since the job was
    /// started. Null if that is not known.
    /// </summary>
    public Task<bool?> IsToldAsync(JobEvent request, OwnedJob job, CancellationToken cancellationToken) => AskAsync(
        async token => (await record.DescribeAsync(request, token)).Names(job.Job.Arn)
            || await IsInHistoryAsync(request, job.Job.Arn, job.StartedFor, request.IssuedAt, token),
        cancellationToken);

    /// <summary>Whether the record names the job now. Null if that is not known.</summary>
    public Task<bool?> IsToldNowAsync(JobEvent request, JobArn arn, CancellationToken cancellationToken) =>
        AskAsync(async token => (await record.DescribeAsync(request, token)).Names(arn), cancellationToken);

    /// <summary>
    /// Whether CloudFormation has ended the Create or Update: it was answered, cancelled, or given up. Then a job that a late delivery
    /// starts would be nobody's. Null if that is not known.
    /// </summary>
    public Task<bool?> HasEndedAsync(JobEvent request, CancellationToken cancellationToken) => AskAsync(
        // What is in progress may be a later event.
        async token => (await record.DescribeAsync(request, token)).HasEnded || await HasAnythingEndedAsync(request, token),
        cancellationToken);

    /// <summary>
    /// Whether CloudFormation has ended the Delete. Only events tell that: the record may show another copy of the resource. Null if that
    /// is not known.
    /// </summary>
    public Task<bool?> HasDeleteEndedAsync(JobEvent request, CancellationToken cancellationToken) =>
        AskAsync(token => HasAnythingEndedAsync(request, token), cancellationToken);

    /// <summary>
    /// Whether an event of the stack names the job. Events are listed in order. So a list that shows an expected event shows all earlier
    /// ones too.
    /// </summary>
    /// <param name="request">The current event.</param>
    /// <param name="arn">The job.</param>
    /// <param name="since">Nothing older can name it.</param>
    /// <param name="shows">The list is complete once it shows an event of the resource of this time, or a later one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private async Task<bool> IsInHistoryAsync(
        JobEvent request, JobArn arn, DateTimeOffset? since, DateTimeOffset? shows, CancellationToken cancellationToken)
    {
        while (true)
        {
            var isCurrent = false;
            await foreach (var entry in EventsAsync(request, since - Slack, cancellationToken))
            {
                if (entry.Names(arn))
                {
                    return true;
                }

                isCurrent |= entry.At >= shows - Slack;
            }

            if (isCurrent)
            {
                return false;
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }

    private async Task<bool> HasAnythingEndedAsync(JobEvent request, CancellationToken cancellationToken)
    {
        await foreach (var entry in EventsAsync(request, request.IssuedAt + Fraction, cancellationToken))
        {
            if (entry.HasEnded)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The events of the resource since then, the latest first.</summary>
    private async IAsyncEnumerable<StackEntry> EventsAsync(
        JobEvent request,
        DateTimeOffset? since,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await record.ListEventsAsync(request, next, cancellationToken);
            foreach (var entry in page.Events)
            {
                if (entry.At < since)
                {
                    yield break;
                }

                if (string.Equals(entry.LogicalResourceId, request.Owner.LogicalResourceId, StringComparison.Ordinal))
                {
                    yield return entry;
                }
            }

            next = page.NextToken;
        }
        while (next is not null);
    }

    private async Task<bool?> AskAsync(Func<CancellationToken, Task<bool>> question, CancellationToken cancellationToken)
    {
        try
        {
            return await Patience.WithinAsync(options.CallTimeout, time, question, cancellationToken);
        }
        catch (StackRecordException failure)
        {
            log.StackNotAsked(failure.Message);
        }
        catch (TimeoutException)
        {
            log.StackNotAsked("CloudFormation did not answer in time");
        }

        return null;
    }
}
