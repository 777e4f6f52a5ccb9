namespace BatchResource.Local.Bedrock.Batches;

/// <summary>
/// Lets jobs wait with their work until everything it needs is there: the roles and buckets of the stacks, after a restart.
/// </summary>
/// <param name="runner">Does the work.</param>
/// <param name="ready">Is completed when it may begin.</param>
internal sealed class DeferredBatchRunner(IBatchRunner runner, Task ready) : IBatchRunner
{
    /// <inheritdoc/>
    public async Task<InputCheck> CheckAsync(ModelInvocationJob job, CancellationToken cancellationToken)
    {
        await ready.WaitAsync(cancellationToken);
        return await runner.CheckAsync(job, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<BatchResult> RunAsync(ModelInvocationJob job, long records, CancellationToken cancellationToken)
    {
        await ready.WaitAsync(cancellationToken);
        return await runner.RunAsync(job, records, cancellationToken);
    }
}
