using BatchResource.Contract;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// Starts the one job of an event, however often the event is delivered and whatever happens to the call (L4, L6, L7, L8).
/// </summary>
internal sealed class JobStarter(
    JobCalls calls, JobFinder finder, ToldJobs told, LifecycleOptions options, TimeProvider time, JobLog log)
{
    // One digit in the generated name. Each further attempt needs a user who deploys again after a failed job.
    private const int MaximumAttempts = 9;

    /// <summary>Starts the job, or finds the started one. It never throws for a failure of Bedrock or for the deadline.</summary>
    /// <param name="request">The event.</param>
    /// <param name="properties">The wanted properties.</param>
    /// <param name="owned">The jobs that the resource has, as far as the list shows them.</param>
    /// <param name="window">The time in which the job may be started.</param>
    /// <param name="isDoubtful">Whether CloudFormation may no longer wait for the event.</param>
    /// <param name="cancellationToken">The deadline (L3).</param>
    public async Task<StartResult> StartAsync(
        JobEvent request,
        JobProperties properties,
        IReadOnlyList<OwnedJob> owned,
        CreateWindow window,
        bool isDoubtful,
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

        if (isDoubtful && !window.IsClosed && await HasEndedAsync(request, cancellationToken))
        {
            log.EventNotAwaited();
            return StartResult.Failed("CloudFormation no longer waits for this event; nothing was started");
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

        return StartResult.Failed($"{MaximumAttempts} jobs of this request have already failed; change Revision to try again");
    }

    /// <summary>
    /// Whether CloudFormation has ended the event. Lambda delivers an event again after a failure, and now and then without one.
    /// </summary>
    private async Task<bool> HasEndedAsync(JobEvent request, CancellationToken cancellationToken)
    {
        try
        {
            return await told.HasEndedAsync(request, cancellationToken) == true;
        }
        catch (OperationCanceledException)
        {
            // The start says how far it came.
            return false;
        }
    }

    /// <summary>
    /// A retried deployment has the RequestId of the failed one, whose jobs have used tokens. Whatever Bedrock does with a used token, this
    /// gives an unused one (L7).
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

    /// <summary>What a found job means; null if a fresh attempt is needed.</summary>
    private StartResult? Judge(Job job, JobIdentity? identity, JobDefinition wanted, JobEvent request, int attempt)
    {
        var decision = Replay.Decide(job, identity, wanted, request);
        log.StartDecided(job, decision, attempt);
        return decision switch
        {
            ReplayDecision.Use => StartResult.Started(job),
            ReplayDecision.Cancelled =>
                StartResult.Failed($"job {job.Arn} of this request was stopped ({job.Status}); no other job is started", job),
            ReplayDecision.Failed => StartResult.Failed(job.Sentence, job),
            _ when string.Equals(wanted.JobName, job.Name, StringComparison.Ordinal) => StartResult.Failed(
                $"JobName {job.Name} belongs to job {job.Arn}, which is {job.Status}, and Bedrock never frees a name: choose another"
                + " JobName, or leave it out to get a generated name"),
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

    /// <summary>One attempt; null if another job has used its token.</summary>
    private async Task<StartResult?> StartOnceAsync(
        NewJob wanted, IReadOnlyList<OwnedJob> owned, CreateWindow window, CancellationToken cancellationToken)
    {
        try
        {
            if (window.IsClosed)
            {
                return await FindTooLateAsync(wanted, window, cancellationToken);
            }

            // A call without an answer may have started the job. A refused call has not (L8).
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
            return StartResult.Unknown($"the provider could not find out whether job {wanted.Name} was started: {failure.Sentence}");
        }
        catch (OperationCanceledException)
        {
            return StartResult.Unknown($"the function's time ran out while job {wanted.Name} was being started");
        }
    }

    /// <summary>
    /// Starts nothing, because the window is closed. Another delivery of the event may still start the job, so it waits for calls that
    /// began inside the window.
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
            : $"the start was ready only {window.Age.TotalSeconds:F0} s after CloudFormation issued the event, and {limit}");
    }

    /// <summary>If the name is in use, the job that has it may be the one that this event started before (L6).</summary>
    private async Task<StartResult?> AdoptByNameAsync(NewJob wanted, JobServiceException conflict, CancellationToken cancellationToken)
    {
        if (await FindByNameAsync(wanted.Name, until: null, cancellationToken) is { } holder)
        {
            return IsStartedFor(wanted, holder)
                ? StartResult.Started(holder)
                : StartResult.Failed(
                    $"JobName {wanted.Name} is in use by job {holder.Arn} ({holder.Status}), which this resource did not start; choose"
                    + " another JobName, or leave it out to get a generated name");
        }

        return conflict.IsTokenInUse
            ? null
            : StartResult.Unknown($"{conflict.Sentence}; the list of jobs does not show the job with the name {wanted.Name}");
    }

    private async Task<Job?> FindStartedAsync(NewJob wanted, DateTimeOffset? until, CancellationToken cancellationToken) =>
        await FindByNameAsync(wanted.Name, until, cancellationToken) is { } job && IsStartedFor(wanted, job) ? job : null;

    private static bool IsStartedFor(NewJob wanted, Job job) =>
        string.Equals(job.ClientRequestToken, wanted.Token, StringComparison.Ordinal);

    /// <summary>
    /// Looks for a job by its name, as long as the list may lag or until the given time. Then it asks for the job's token, which lists do
    /// not show.
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
    /// Asks for the state of a job. The job exists in any case. If Bedrock does not describe it, the list may still show whether it is an
    /// older one, which has ended. Otherwise a failure here loses only details, and CloudFormation does not wait for them.
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
            return await FindListedAsync(accepted, cancellationToken) ?? accepted;
        }
    }

    private async Task<Job?> FindListedAsync(Job accepted, CancellationToken cancellationToken)
    {
        try
        {
            return await finder.FindByNameAsync(accepted.Name, cancellationToken) is { } listed && listed.Arn == accepted.Arn
                ? accepted with { Status = listed.Status, SubmitTime = listed.SubmitTime, EndedAt = listed.EndedAt }
                : null;
        }
        catch (Exception failure) when (failure is JobServiceException or OperationCanceledException)
        {
            return null;
        }
    }
}

/// <summary>The result of starting a job.</summary>
/// <param name="Job">The job to name, running or not, if there is one.</param>
/// <param name="FailureReason">Why no job can be reported as started; null for success.</param>
/// <param name="Origin">Who started the job.</param>
internal sealed record StartResult(Job? Job, string? FailureReason, StartOrigin Origin)
{
    /// <summary>Whether it is unknown if Bedrock started a job.</summary>
    public bool IsUnknown => Origin == StartOrigin.Unknown;

    public static StartResult Started(Job job) => new(job, null, StartOrigin.ThisInvocation);

    public static StartResult FoundStarted(Job job) => new(job, null, StartOrigin.EarlierDelivery);

    public static StartResult Adopted(Job job) => new(job, null, StartOrigin.EarlierEvent);

    public static StartResult Failed(string reason, Job? job = null) => new(job, reason, StartOrigin.EarlierDelivery);

    public static StartResult Unknown(string reason) => new(null, reason, StartOrigin.Unknown);
}

/// <summary>Who started the job in the answer to an event.</summary>
internal enum StartOrigin
{
    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>This invocation. Nothing else can have told CloudFormation of the job.</summary>
    ThisInvocation,

    /// <summary>An earlier delivery of the same event.</summary>
    EarlierDelivery,

    /// <summary>Another event, whose job is taken over.</summary>
    EarlierEvent,
}
