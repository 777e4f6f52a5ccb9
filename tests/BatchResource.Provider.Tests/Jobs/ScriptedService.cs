using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>Bedrock, with failures for the next calls of an operation, before or after they have had their effect.</summary>
internal sealed class ScriptedService(SimulatedBedrock bedrock) : IJobService
{
    private readonly Dictionary<string, Queue<(JobServiceError Error, string Message, bool IsAfterEffect)>> failures = [];

    private readonly Dictionary<string, int> successes = [];

    /// <summary>Happens when an operation is called, before anything else.</summary>
    public Action<string>? OnCall { get; set; }

    /// <summary>Happens when a job is about to be created; it may throw.</summary>
    public Action<NewJob>? OnCreate { get; set; }

    /// <summary>Lets the next calls of an operation fail.</summary>
    public void Fail(
        string operation, JobServiceError error, int times = 1, string message = "as scripted", bool isAfterEffect = false)
    {
        failures.TryAdd(operation, new());
        for (var count = 0; count < times; count++)
        {
            failures[operation].Enqueue((error, message, isAfterEffect));
        }
    }

    /// <summary>Lets the next calls succeed before those that are to fail do.</summary>
    public void Succeed(string operation, int times) => successes[operation] = times;

    /// <inheritdoc/>
    public Task<JobArn> CreateAsync(NewJob job, CancellationToken cancellationToken) =>
        Call(
            "CreateModelInvocationJob",
            async () =>
            {
                OnCreate?.Invoke(job);
                return await bedrock.CreateAsync(job, cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<Job> GetAsync(JobArn arn, CancellationToken cancellationToken) =>
        Call("GetModelInvocationJob", () => bedrock.GetAsync(arn, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(JobArn arn, CancellationToken cancellationToken) =>
        Call("StopModelInvocationJob", () => Then(bedrock.StopAsync(arn, cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task<JobPage> ListAsync(
        string nameContains, DateTimeOffset? submittedAfter, string? nextToken, CancellationToken cancellationToken) =>
        Call(
            "ListModelInvocationJobs",
            () => bedrock.ListAsync(nameContains, submittedAfter, nextToken, cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ListTagsAsync(JobArn arn, CancellationToken cancellationToken) =>
        Call("ListTagsForResource", () => bedrock.ListTagsAsync(arn, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task TagAsync(JobArn arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        Call("TagResource", () => Then(bedrock.TagAsync(arn, tags, cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task UntagAsync(JobArn arn, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Call("UntagResource", () => Then(bedrock.UntagAsync(arn, keys, cancellationToken)), cancellationToken);

    private static async Task<bool> Then(Task call)
    {
        await call;
        return true;
    }

    private async Task<T> Call<T>(string operation, Func<Task<T>> effect, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OnCall?.Invoke(operation);
        if (successes.TryGetValue(operation, out var left) && left > 0)
        {
            successes[operation] = left - 1;
            return await effect();
        }

        if (!failures.TryGetValue(operation, out var queue) || !queue.TryDequeue(out var failure))
        {
            return await effect();
        }

        if (failure.IsAfterEffect)
        {
            await effect();
        }

        throw new JobServiceException(operation, failure.Error, failure.Message);
    }
}
