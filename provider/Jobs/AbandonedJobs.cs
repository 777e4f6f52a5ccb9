using BatchResource.Contract;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>Stops jobs that CloudFormation cannot know, and so will never delete (L11).</summary>
internal sealed class AbandonedJobs(
    JobFinder finder, JobStopper stopper, JobClaims claims, ToldJobs told, LifecycleOptions options, TimeProvider time)
{
    /// <summary>Stops such jobs, if there are any.</summary>
    public async Task StopAsync(UpdateSubject subject, Job answer, IReadOnlyList<OwnedJob> owned, CancellationToken cancellationToken)
    {
        var suspects = UpdateDecision.Abandoned(subject.CurrentIn(owned), answer, owned, subject.Request);
        await StopAsync(subject, suspects, cancellationToken);
    }

    /// <summary>
    /// Stops a job that this invocation started, because CloudFormation did not get its answer. A later event may have taken the job over,
    /// or another delivery of this event may have told CloudFormation of it.
    /// </summary>
    /// <param name="request">The event.</param>
    /// <param name="started">The job.</param>
    /// <param name="left">How much time is left.</param>
    /// <param name="cancellationToken">The end of that time.</param>
    public async Task UndoAsync(JobEvent request, Job started, TimeSpan left, CancellationToken cancellationToken)
    {
        if (!await IsCountedOnAsync(request, started, left / 2, cancellationToken))
        {
            await stopper.AbandonAsync(started, cancellationToken);
        }
    }

    /// <summary>If that is not known in time, the job counts as nobody's.</summary>
    private async Task<bool> IsCountedOnAsync(JobEvent request, Job started, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            return await Patience.WithinAsync(
                patience < options.LookTime ? patience : options.LookTime,
                time,
                async token => (await claims.ReadAsync(started.Arn, token)).Adoptions.Count > 0
                    || await told.IsToldNowAsync(request, started.Arn, token) == true,
                cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>
    /// The Update that is rolled back may still run in another process. It may start its job after this process looked, and CloudFormation
    /// would never learn of that job. So wait until it can no longer start one.
    /// </summary>
    public async Task AwaitUndoneAsync(
        UpdateSubject subject, IReadOnlyList<OwnedJob> owned, CreateWindow window, CancellationToken cancellationToken)
    {
        if (subject.Previous is not { } previous)
        {
            return;
        }

        var undone = DefinitionHash.Of(previous.Definition);
        var current = subject.CurrentIn(owned);
        while (true)
        {
            var isQuiet = window.IsQuiet;
            var isFound = false;
            foreach (var candidate in await finder.FindOwnedAsync(
                subject.Request.Owner, subject.ExplicitNames, mustTell: false, cancellationToken))
            {
                if (candidate.Identity.Definition != undone
                    || candidate.Job.Arn == subject.Current
                    || candidate.IsOfLaterEventThan(subject.Request))
                {
                    continue;
                }

                isFound |= candidate.Job.Status.IsActive || candidate.Job.Status.HasResults;
                if (candidate.Job.Status.IsActive)
                {
                    await StopAsync(
                        subject, current is not null && candidate.IsYoungerThan(current) ? [candidate] : [], cancellationToken);
                }
            }

            if (isFound || isQuiet)
            {
                return;
            }

            await Pause.ForAsync(options.PollInterval, time, cancellationToken);
        }
    }

    /// <summary>
    /// Stops the suspects, except those that CloudFormation knows: it deletes or keeps them itself. It also knows them if it was told of
    /// its own job again after they had started; then it has let them be.
    /// </summary>
    private async Task StopAsync(UpdateSubject subject, List<OwnedJob> suspects, CancellationToken cancellationToken)
    {
        if (suspects.Count == 0 || subject.Current is not { } current)
        {
            return;
        }

        var counted = await claims.ReadAsync(current, cancellationToken);
        if (counted.AreAfter(subject.Request.Mark))
        {
            // CloudFormation has given up this Update. What is still to be stopped, a later event stops.
            return;
        }

        foreach (var suspect in suspects.Where(suspect => !counted.AreToldSince(suspect)))
        {
            if (await told.IsToldAsync(subject.Request, suspect, cancellationToken) != true
                && !(await claims.ReadAsync(suspect.Job.Arn, cancellationToken)).IsToldAfter(subject.Request.IssuedAt))
            {
                await stopper.AbandonAsync(suspect.Job, cancellationToken);
            }
        }
    }
}
