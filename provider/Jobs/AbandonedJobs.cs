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
        foreach (var suspect in suspects.Where(suspect => !counted.AreToldSince(suspect)))
        {
            if (await told.IsToldAsync(subject.Request, suspect, cancellationToken) != true)
            {
                await stopper.AbandonAsync(suspect.Job, cancellationToken);
            }
        }
    }
}
