namespace BatchResource.Provider.Jobs;

/// <summary>
/// The rules of a job's life in a stack, composed for one event. docs/lifecycle.md says which type implements which rule.
/// </summary>
internal sealed class JobLifecycle
{
    public JobLifecycle(JobCalls calls, IStackRecord record, LifecycleOptions options, TimeProvider time, JobLog log)
    {
        var finder = new JobFinder(calls, options, time);
        var claims = new JobClaims(calls, log);
        var validation = new ValidationWait(calls, options, time);
        var stopper = new JobStopper(calls, options, time, log);
        var told = new ToldJobs(record, options, time, log);
        var starter = new JobStarter(calls, finder, told, options, time, log);
        Abandoned = new AbandonedJobs(finder, stopper, claims, told, options, time);
        Create = new CreateLifecycle(starter, validation, finder, claims, told, calls, options, time, log);
        Update = new UpdateLifecycle(
            starter,
            validation,
            new UpdateSearch(finder, calls),
            Abandoned,
            new JobTagger(calls, log),
            claims,
            calls,
            options,
            time,
            log);
        Delete = new DeleteLifecycle(
            finder, stopper, claims, calls, told, new UntoldJobs(finder, claims, told, options, time, log), options, time, log);
    }

    /// <summary>What happens on Create.</summary>
    public CreateLifecycle Create { get; }

    /// <summary>What happens on Update.</summary>
    public UpdateLifecycle Update { get; }

    /// <summary>What happens on Delete.</summary>
    public DeleteLifecycle Delete { get; }

    /// <summary>Stops a job if CloudFormation did not get the answer about it.</summary>
    public AbandonedJobs Abandoned { get; }
}
