using BatchResource.Contract;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// Starts the one job of an event, however often the event is delivered and whatever happens to the call (L4, L6, L7, L8).
/// </summary>
internal sealed class JobStarter(
    JobCalls calls, JobFinder finder, LifecycleOptions options, TimeProvider time, JobLog log)
{
    // One digit in the generated name; each further attempt takes a user who deploys again after a failed job.
    private const int MaximumAttempts = 9;

    /// <summary>Starts it or finds it started. Never throws for what Bedrock does or for the deadline.</summary>
    /// <param name="request">The event.</param>
    /// <param name="properties">What is wanted.</param>
    /// <param name="owned">The jobs that the resource has, as far as the list shows them.</param>
    /// <param name="window">The time in which the job may be started.</param>
    /// <param name="cancellationToken">The deadline (L3).</param>
    public async Task<StartResult> StartAsync(
        JobEvent request,
        JobProperties properties,
        IReadOnlyList<OwnedJob> owned,
        CreateWindow window,
        CancellationToken cancellationToken)
    {
        if (owned.Where(job => job.Identity.Event == request.Mark).MaxBy(job => job.Identity.Attempt) is { } own)
        {
            var job = await DescribeAsync(own.Job, cancellationToken);
            if (Judge(job, own.Identity, properties.Definition, request, own.Identity.Attempt) is { } known)
            {
                return known.FailureReason is null ? StartResult.FoundStarted(job) : known;
            }
        }

        for (var attempt = FirstAttempt(owned, request); attempt <= MaximumAttempts; attempt++)
        {
            var wanted = NewJob.For(request, properties, attempt);
            var result = await StartOnceAsync(wanted, owned, window, cancellationToken);
            if (result is null)
            {
                continue;
            }

            if (result.Job is not { } job || result.FailureReason is not null)
            {
                return result;
            }

            var identity = await IdentityOfAsync(job, request, cancellationToken);
            if (Judge(job, identity, properties.Definition, request, attempt) is { } judged)
            {
                return judged.FailureReason is null ? result : judged;
            }
        }

        return StartResult.Failed($"{MaximumAttempts} jobs of this request have failed already; change Revision to try again");
    }

    /// <summary>
    /// A deployment that is retried has the RequestId of the one that failed, and its jobs have used up tokens: whatever Bedrock makes of a
    /// token that it has seen, there is a fresh one (L7).
    /// </summary>
    private static int FirstAttempt(IReadOnlyList<OwnedJob> owned, JobEvent request)
    {
        var mark = request.Mark;
        var last = 0;
        foreach (var (_, identity) in owned)
        {
            if (string.Equals(identity.Event?.Request, mark.Request, StringComparison.Ordinal) && !(identity.IssuedAt > mark.IssuedAt))
            {
                last = Math.Max(last, identity.Attempt);
            }
        }

        return last + 1;
    }

    /// <summary>What to make of a job; null when a fresh attempt is due.</summary>
    private StartResult? Judge(Job job, JobIdentity? identity, JobDefinition wanted, JobEvent request, int attempt)
    {
        var decision = Replay.Decide(job, identity, wanted, request);
        log.StartDecided(job, decision, attempt);
        return decision switch
        {
            ReplayDecision.Use => StartResult.Started(job),
            ReplayDecision.Cancelled =>
                StartResult.Failed($"job {job.Arn} of this request was stopped ({job.Status}); no other is started", job),
            ReplayDecision.Failed => StartResult.Failed(job.Sentence, job),
            _ when string.Equals(wanted.JobName, job.Name, StringComparison.Ordinal) => StartResult.Failed(
                $"JobName {job.Name} is held by job {job.Arn}, which is {job.Status}, and Bedrock never frees a name: choose another"
                + " JobName, or leave it out to have one generated"),
            _ => null,
        };
    }

    private async Task<JobIdentity?> IdentityOfAsync(Job job, JobEvent request, CancellationToken cancellationToken)
    {
        if (GeneratedJobName.Read(job.Name, request.Owner) is { } identity)
        {
            return identity;
        }

        return job.SubmitTime < request.IssuedAt
            ? (await finder.ProveAsync(request.Owner, job, mustTell: false, cancellationToken))?.Identity
            : null;
    }

    /// <summary>One attempt; null when its token was spent on another job.</summary>
    private async Task<StartResult?> StartOnceAsync(
        NewJob wanted, IReadOnlyList<OwnedJob> owned, CreateWindow window, CancellationToken cancellationToken)
    {
        try
        {
            if (window.IsClosed)
            {
                return await FindTooLateAsync(wanted, window, cancellationToken);
            }

            // A call that got no answer may have started the job; one that was refused has not (L8).
            var isAmbiguous = false;
            try
            {
                var arn = await calls.CreateAsync(
                    wanted, window.ClosesAt, failure => isAmbiguous |= failure.IsAmbiguous, cancellationToken);
                var known = owned.FirstOrDefault(job => job.Job.Arn == arn)?.Job;
                return StartResult.Started(await DescribeAsync(known ?? wanted.AsSubmitted(arn), cancellationToken));
            }
            catch (JobServiceException failure) when (failure.IsNameInUse || failure.Error == JobServiceError.Repeated)
            {
                return await AdoptByNameAsync(wanted, failure, cancellationToken);
            }
            catch (JobServiceException failure)
            {
                return !isAmbiguous
                    ? StartResult.Failed(failure.Sentence)
                    : await FindStartedAsync(wanted, until: null, cancellationToken) is { } job
                        ? StartResult.Started(job)
                        : StartResult.Unknown(failure.Sentence);
            }
        }
        catch (JobServiceException failure)
        {
            return StartResult.Unknown($"whether job {wanted.Name} was started could not be found out: {failure.Sentence}");
        }
        catch (OperationCanceledException)
        {
            return StartResult.Unknown($"the function's time ran out while job {wanted.Name} was being started");
        }
    }

    /// <summary>
    /// Nothing is started any more, but another delivery of the event may be about to: what it began inside the window is waited for.
    /// </summary>
    private async Task<StartResult> FindTooLateAsync(NewJob wanted, CreateWindow window, CancellationToken cancellationToken)
    {
        log.EventTooOld(window.Age);
        if (await FindStartedAsync(wanted, window.QuietFrom, cancellationToken) is { } job)
        {
            return StartResult.FoundStarted(job);
        }

        var limit = $"a job is started only within {options.CreateWindow.TotalSeconds:F0} s; nothing was started, deploy again";
        return StartResult.Failed(window.WasClosed
            ? $"the event reached the provider {window.AgeAtFirst.TotalSeconds:F0} s after CloudFormation issued it, and {limit}"
            : $"the calls before the start took until {window.Age.TotalSeconds:F0} s after CloudFormation had issued the event, and {limit}");
    }

    /// <summary>A name in use may be in use by the very job that this event started before (L6).</summary>
    private async Task<StartResult?> AdoptByNameAsync(NewJob wanted, JobServiceException conflict, CancellationToken cancellationToken)
    {
        if (await FindByNameAsync(wanted.Name, until: null, cancellationToken) is { } holder)
        {
            return IsStartedFor(wanted, holder)
                ? StartResult.Started(holder)
                : StartResult.Failed(
                    $"JobName {wanted.Name} is in use by job {holder.Arn} ({holder.Status}), which this resource did not start; choose"
                    + " another JobName, or leave it out to have one generated");
        }

        return conflict.IsTokenInUse
            ? null
            : StartResult.Unknown($"{conflict.Sentence}; the job that holds the name {wanted.Name} does not show up in the list of jobs");
    }

    private async Task<Job?> FindStartedAsync(NewJob wanted, DateTimeOffset? until, CancellationToken cancellationToken) =>
        await FindByNameAsync(wanted.Name, until, cancellationToken) is { } job && IsStartedFor(wanted, job) ? job : null;

    private static bool IsStartedFor(NewJob wanted, Job job) =>
        string.Equals(job.ClientRequestToken, wanted.Token, StringComparison.Ordinal);

    /// <summary>
    /// Looks for a job by its name, for as long as the list may lag or until the given time, and asks for its token, which lists do not
    /// tell.
    /// </summary>
    private async Task<Job?> FindByNameAsync(string name, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + options.ConsistencyLag;
        end = until > end ? until.Value : end;
        while (true)
        {
            if (await finder.FindByNameAsync(name, cancellationToken) is { } listed)
            {
                return await calls.GetNewAsync(listed.Arn, cancellationToken);
            }

            if (time.GetUtcNow() >= end)
            {
                return null;
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }

    /// <summary>
    /// Asks what became of a job. It exists whatever the answer, so a failure here loses nothing but detail, which CloudFormation is not
    /// kept waiting for.
    /// </summary>
    private async Task<Job> DescribeAsync(Job accepted, CancellationToken cancellationToken)
    {
        log.JobAccepted(accepted);
        try
        {
            return await calls.GetDetailAsync(accepted.Arn, cancellationToken);
        }
        catch (Exception failure) when (failure is JobServiceException or OperationCanceledException)
        {
            log.JobNotDescribed(accepted, failure.Message);
            return accepted;
        }
    }
}

/// <summary>What starting a job came to.</summary>
/// <param name="Job">The job, running or not, if there is one to name.</param>
/// <param name="FailureReason">Why no job can be reported as started; null on success.</param>
/// <param name="Origin">Where the job comes from, or would.</param>
internal sealed record StartResult(Job? Job, string? FailureReason, StartOrigin Origin)
{
    /// <summary>Whether Bedrock started a job could not be found out.</summary>
    public bool IsUnknown => Origin == StartOrigin.Unknown;

    public static StartResult Started(Job job) => new(job, null, StartOrigin.ThisInvocation);

    public static StartResult FoundStarted(Job job) => new(job, null, StartOrigin.EarlierDelivery);

    public static StartResult Adopted(Job job) => new(job, null, StartOrigin.EarlierEvent);

    public static StartResult Failed(string reason, Job? job = null) => new(job, reason, StartOrigin.EarlierDelivery);

    public static StartResult Unknown(string reason) => new(null, reason, StartOrigin.Unknown);
}

/// <summary>Who started the job that an event is answered with.</summary>
internal enum StartOrigin
{
    /// <summary>It could not be found out.</summary>
    Unknown,

    /// <summary>This very invocation: nobody else can have told CloudFormation of the job.</summary>
    ThisInvocation,

    /// <summary>The same event, when it was delivered before.</summary>
    EarlierDelivery,

    /// <summary>Another event, whose job is taken over.</summary>
    EarlierEvent,
}
