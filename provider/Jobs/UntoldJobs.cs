using BatchResource.Provider.Logging;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// Finds the jobs of a resource that is deleted of which CloudFormation was never told (L12): an Update started them, and was cancelled or
/// its answer lost. No other event will come for them.
/// </summary>
internal sealed class UntoldJobs(JobFinder finder, ToldJobs told, Log log)
{
    /// <summary>Those that run. Only a job that is younger than the deleted one can be of an Update that began with that one.</summary>
    public async Task<IReadOnlyList<Job>> FindAsync(
        JobRequest request, JobArn deleted, string? explicitName, CancellationToken cancellationToken)
    {
        var untold = new List<Job>();
        try
        {
            var owned = await finder.FindOwnedAsync(request.Owner, [explicitName], mustTell: false, cancellationToken);
            var current = owned.Find(candidate => candidate.Job.Arn == deleted);
            foreach (var candidate in owned)
            {
                if (candidate.Job.Status.IsActive
                    && candidate.Job.Arn != deleted
                    && !candidate.IsOfLaterEventThan(request)
                    && (current is null || candidate.IsYoungerThan(current))
                    && await told.IsToldAsync(request, candidate, cancellationToken) == false)
                {
                    untold.Add(candidate.Job);
                }
            }
        }
        catch (Exception failure) when (failure is JobServiceException or OperationCanceledException)
        {
            // The job that the Delete is for has ended. To look for others is a precaution, which must not keep a stack.
            log.JobsNotLookedFor(failure.Message);
        }

        return untold;
    }
}
