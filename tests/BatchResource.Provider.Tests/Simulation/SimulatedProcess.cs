using BatchResource.Provider.Jobs;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>
/// The way to Bedrock of one invocation of the function: calls take time, go wrong as planned, and never come back once the process was
/// killed.
/// </summary>
internal sealed class SimulatedProcess(
    SimulatedBedrock bedrock, IStackRecord record, string issue, FaultPlan faults, Random random, TimeProvider time)
    : IJobService, IStackRecord
{
    private static readonly TimeSpan CallTimeout = new LifecycleOptions().CallTimeout;
    private readonly TaskCompletionSource killed = new();

    /// <summary>Completes when the process is killed.</summary>
    public Task Killed => killed.Task;

    /// <summary>Counts how often the process got to an end that it could have been killed at.</summary>
    public int Calls { get; private set; }

    /// <inheritdoc/>
    public Task<JobArn> CreateAsync(NewJob job, CancellationToken cancellationToken) => CallAsync(
        "CreateModelInvocationJob", () => Task.FromResult(bedrock.Create(job, issue)), cancellationToken);

    /// <inheritdoc/>
    public Task<Job> GetAsync(JobArn arn, CancellationToken cancellationToken) => CallAsync(
        "GetModelInvocationJob", () => bedrock.GetAsync(arn, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(JobArn arn, CancellationToken cancellationToken) => CallAsync(
        "StopModelInvocationJob", () => Then(StopAllowedAsync(arn)), cancellationToken);

    /// <inheritdoc/>
    public Task<JobPage> ListAsync(
        string nameContains, DateTimeOffset? submittedAfter, string? nextToken, CancellationToken cancellationToken) => CallAsync(
        "ListModelInvocationJobs",
        () => faults.RefusesLists && issue.StartsWith("Update", StringComparison.Ordinal)
            ? Task.FromException<JobPage>(
                new JobServiceException("ListModelInvocationJobs", JobServiceError.AccessDenied, "no policy allows it"))
            : bedrock.ListAsync(nameContains, submittedAfter, nextToken, cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ListTagsAsync(JobArn arn, CancellationToken cancellationToken) => CallAsync(
        "ListTagsForResource", () => bedrock.ListTagsAsync(arn, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task TagAsync(JobArn arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) => CallAsync(
        "TagResource", () => Then(bedrock.TagAsync(arn, tags, cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task UntagAsync(JobArn arn, IReadOnlyList<string> keys, CancellationToken cancellationToken) => CallAsync(
        "UntagResource", () => Then(bedrock.UntagAsync(arn, keys, cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task<StackEntry> DescribeAsync(JobEvent request, CancellationToken cancellationToken) =>
        AskAsync(() => record.DescribeAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<StackEventPage> ListEventsAsync(JobEvent request, string? nextToken, CancellationToken cancellationToken) =>
        AskAsync(() => record.ListEventsAsync(request, nextToken, cancellationToken), cancellationToken);

    /// <summary>Ends the process where it stands.</summary>
    public void Kill() => killed.TrySetResult();

    /// <summary>Takes part of a call's time; a killed process never gets past it.</summary>
    public async Task PassAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        await AliveAsync();
        try
        {
            await Pause.ForAsync(duration, time, cancellationToken);
        }
        finally
        {
            await AliveAsync();
        }
    }

    /// <summary>Goes on only if the process lives.</summary>
    public Task AliveAsync() => Killed.IsCompleted ? new TaskCompletionSource().Task : Task.CompletedTask;

    private Task StopAllowedAsync(JobArn arn) =>
        faults.RefusesStops && issue.StartsWith("Delete", StringComparison.Ordinal)
            ? Task.FromException(new JobServiceException("StopModelInvocationJob", JobServiceError.AccessDenied, "no policy allows it"))
            : bedrock.StopAsync(arn, issue);

    private static async Task<bool> Then(Task call)
    {
        await call;
        return true;
    }

    /// <summary>A question to CloudFormation, during which the process may be killed.</summary>
    private async Task<T> AskAsync<T>(Func<Task<T>> question, CancellationToken cancellationToken)
    {
        var fault = faults.Next();
        await PassAsync(TimeSpan.FromMilliseconds(5 + random.Next(200)), cancellationToken);
        if (fault is SimulatedFault.KillBefore or SimulatedFault.KillAfter)
        {
            Kill();
            await AliveAsync();
        }

        return await question();
    }

    private async Task<T> CallAsync<T>(string operation, Func<Task<T>> effect, CancellationToken cancellationToken)
    {
        Calls++;
        var fault = faults.Next();
        await PassAsync(TimeSpan.FromMilliseconds(5 + random.Next(200)), cancellationToken);
        switch (fault)
        {
            case SimulatedFault.Throttle:
                throw new JobServiceException(operation, JobServiceError.Throttled, "Too many requests");
            case SimulatedFault.ErrorBefore:
                throw new JobServiceException(operation, JobServiceError.Server, "Internal error");
            case SimulatedFault.ResetBefore:
                throw new JobServiceException(operation, JobServiceError.NoAnswer, "Connection refused");
            case SimulatedFault.KillBefore:
                Kill();
                await AliveAsync();
                break;
        }

        var result = await effect();
        switch (fault)
        {
            case SimulatedFault.ErrorAfter:
                throw new JobServiceException(operation, JobServiceError.Server, "Internal error");
            case SimulatedFault.ResetAfter:
                throw new JobServiceException(operation, JobServiceError.NoAnswer, "Connection reset");
            case SimulatedFault.SlowAfter:
                await PassAsync(CallTimeout, cancellationToken);
                throw new JobServiceException(operation, JobServiceError.NoAnswer, "The operation has timed out");
            case SimulatedFault.KillAfter:
                Kill();
                break;
        }

        await PassAsync(TimeSpan.FromMilliseconds(5 + random.Next(200)), cancellationToken);
        return result;
    }
}
