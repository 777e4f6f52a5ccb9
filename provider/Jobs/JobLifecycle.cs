using BatchResource.Contract;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Jobs;

/// <summary>The rules of a job's life in a stack, put together. See docs/lifecycle.md for their numbers.</summary>
internal sealed class JobLifecycle
{
    private readonly CreateLifecycle create;
    private readonly UpdateLifecycle update;
    private readonly DeleteLifecycle delete;

    public JobLifecycle(IJobService service, LifecycleOptions options, TimeProvider time, Func<double> random, Log log)
    {
        var calls = new JobCalls(new Backoff(options.BackoffBase, options.BackoffLimit, random), options, time, log);
        var finder = new JobFinder(service, calls);
        var stopper = new JobStopper(service, calls, options, time, log);
        var starter = new JobStarter(service, finder, calls, options, time, log);
        var creation = new JobCreation(starter, new ValidationWait(service, calls, options, time));
        create = new CreateLifecycle(creation);
        update = new UpdateLifecycle(
            creation, finder, stopper, new JobTagger(service, calls, log), service, calls, options, time, log);
        delete = new DeleteLifecycle(finder, stopper, options, time, log);
    }

    /// <inheritdoc cref="CreateLifecycle.RunAsync"/>
    public Task<JobOutcome> CreateAsync(JobRequest request, JobProperties properties, CancellationToken cancellationToken) =>
        create.RunAsync(request, properties, cancellationToken);

    /// <inheritdoc cref="UpdateLifecycle.RunAsync"/>
    public Task<JobOutcome> UpdateAsync(
        JobRequest request,
        string physicalResourceId,
        JobProperties wanted,
        JobProperties? previous,
        CancellationToken cancellationToken) =>
        update.RunAsync(request, physicalResourceId, wanted, previous, cancellationToken);

    /// <inheritdoc cref="DeleteLifecycle.RunAsync"/>
    public Task<JobOutcome> DeleteAsync(
        JobRequest request, string physicalResourceId, string? explicitName, CancellationToken cancellationToken) =>
        delete.RunAsync(request, physicalResourceId, explicitName, cancellationToken);
}
