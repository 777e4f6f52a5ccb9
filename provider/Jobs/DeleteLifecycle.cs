using BatchResource.Contract;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>What happens on Delete (L12). The physical id never changes.</summary>
internal sealed class DeleteLifecycle(
    JobFinder finder, JobStopper stopper, LifecycleOptions options, TimeProvider time, Log log)
{
    /// <summary>Leaves nothing running that belongs to the physical id.</summary>
    /// <param name="request">The event.</param>
    /// <param name="physicalResourceId">A job's ARN, a marker of the provider's, or an id that CloudFormation made up.</param>
    /// <param name="explicitName">The JobName among the properties, which may be otherwise unreadable.</param>
    /// <param name="cancellationToken">The deadline (L3).</param>
    public async Task<JobOutcome> RunAsync(
        JobRequest request, string physicalResourceId, string? explicitName, CancellationToken cancellationToken)
    {
        var subject = physicalResourceId;
        try
        {
            if (JobArn.TryParse(physicalResourceId) is { } job && IsOfTheStack(job, request.Owner))
            {
                return Outcome(physicalResourceId, job, await stopper.StopAsync(job, cancellationToken));
            }

            log.LookingForJobs(physicalResourceId);
            var window = new CreateWindow(request.IssuedAt, options, time);
            while (true)
            {
                var isFound = false;
                foreach (var candidate in await finder.FindOwnedAsync(request.Owner, [explicitName], cancellationToken))
                {
                    if (!candidate.Job.Status.IsActive || candidate.IsOfLaterEventThan(request))
                    {
                        continue;
                    }

                    isFound = true;
                    var arn = candidate.Job.Arn;
                    subject = arn.Value;
                    var outcome = Outcome(physicalResourceId, arn, await stopper.StopAsync(arn, cancellationToken));
                    if (outcome.FailureReason is not null)
                    {
                        return outcome;
                    }
                }

                // A Create that certainly started nothing, or one whose job was found, leaves nothing to look out for.
                if (isFound || PhysicalId.IsNoJob(physicalResourceId) || time.GetUtcNow() >= window.QuietFrom)
                {
                    return JobOutcome.Success(physicalResourceId);
                }

                await Pause.ForAsync(options.PollInterval, time, cancellationToken);
            }
        }
        catch (JobServiceException failure)
        {
            return JobOutcome.Failure(physicalResourceId, $"{subject} could not be stopped: {failure.Sentence}");
        }
        catch (OperationCanceledException)
        {
            return JobOutcome.Failure(physicalResourceId, $"the function's time ran out while {subject} was being stopped; delete again");
        }
    }

    private static JobOutcome Outcome(string physicalResourceId, JobArn arn, StopResult result) => result == StopResult.Running
        ? JobOutcome.Failure(physicalResourceId, $"job {arn} is still running although Bedrock was asked to stop it; delete again")
        : JobOutcome.Success(physicalResourceId);

    /// <summary>A job of another account or Region cannot be one that this provider started.</summary>
    private static bool IsOfTheStack(JobArn arn, JobOwner owner) =>
        owner.StackId.Split(':') is not ["arn", _, "cloudformation", var region, var account, ..]
        || (string.Equals(arn.Region, region, StringComparison.Ordinal) && string.Equals(arn.Account, account, StringComparison.Ordinal));
}
