using BatchResource.Contract;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider.Jobs;

/// <summary>The rules of a job's life in a stack, put together. See docs/lifecycle.md for their numbers.</summary>
internal sealed class JobLifecycle
{
    private readonly CreateLifecycle create;
    private readonly UpdateLifecycle update;
    private readonly DeleteLifecycle delete;
    private readonly JobStopper stopper;

    public JobLifecycle(JobCalls calls, IStackRecord record, LifecycleOptions options, TimeProvider time, Log log)
    {
        var finder = new JobFinder(calls, options, time);
        var claims = new JobClaims(calls, log);
        var starter = new JobStarter(calls, finder, options, time, log);
        var validation = new ValidationWait(calls, options, time);
        stopper = new JobStopper(calls, options, time, log);
        var told = new ToldJobs(record, options, time, log);
        var abandoned = new AbandonedJobs(finder, stopper, claims, told, options, time);
        create = new CreateLifecycle(starter, validation, finder, claims, calls, options, time, log);
        update = new UpdateLifecycle(
            starter,
            validation,
            new UpdateSearch(finder, calls),
            abandoned,
            new JobTagger(calls, log),
            claims,
            calls,
            options,
            time,
            log);
        delete = new DeleteLifecycle(
            finder, stopper, claims, calls, told, new UntoldJobs(finder, told, options, time, log), options, time, log);
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
