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
    private readonly JobStopper stopper;

    public JobLifecycle(
        IJobService service, IStackRecord record, LifecycleOptions options, TimeProvider time, Func<double> random, Log log)
    {
        var calls = new JobCalls(new Backoff(options.BackoffBase, options.BackoffLimit, random), options, time, log);
        var finder = new JobFinder(service, calls, options, time);
        var look = new JobLook(service, calls);
        var claims = new JobClaims(service, calls, look, log);
        var starter = new JobStarter(service, finder, calls, options, time, log);
        var creation = new JobCreation(starter, new ValidationWait(service, calls, options, time));
        stopper = new JobStopper(service, calls, options, time, log);
        var told = new ToldJobs(record, options, time, log);
        var abandoned = new AbandonedJobs(finder, stopper, claims, told, options, time);
        create = new CreateLifecycle(creation, finder, claims, look, options, time, log);
        update = new UpdateLifecycle(
            creation,
            new UpdateSearch(finder, look),
            abandoned,
            new JobTagger(service, calls, log),
            claims,
            look,
            options,
            time,
            log);
        delete = new DeleteLifecycle(
            finder, stopper, claims, look, told, new UntoldJobs(finder, told, options, time, log), options, time, log);
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
        JobRequest request,
        string physicalResourceId,
        string? explicitName,
        DefinitionHash? definition,
        CancellationToken cancellationToken) =>
        delete.RunAsync(request, physicalResourceId, explicitName, definition, cancellationToken);

    /// <inheritdoc cref="JobStopper.AbandonAsync"/>
    public Task AbandonAsync(Job job, CancellationToken cancellationToken) => stopper.AbandonAsync(job, cancellationToken);
}
