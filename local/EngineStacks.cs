using BatchResource.Local.Assemblies;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.S3;

namespace BatchResource.Local;

/// <summary>CloudFormation in this process.</summary>
internal sealed class EngineStacks(StackEngine engine, ILocalBuckets buckets) : IStackClient
{
    /// <inheritdoc/>
    public void Publish(AssemblyStack stack) => AssetPublisher.Publish(stack, buckets);

    /// <inheritdoc/>
    public StackResult? Find(string stackName) => engine.Find(stackName) is { } stack ? StackResult.Of(stack) : null;

    /// <inheritdoc/>
    public Task ResumeAsync(string stackName, CancellationToken cancellation) => engine.ResumeAsync(stackName, cancellation);

    /// <inheritdoc/>
    public Task CreateAsync(StackRequest request, CancellationToken cancellation) => engine.CreateAsync(request, cancellation);

    /// <inheritdoc/>
    public Task UpdateAsync(StackRequest request, CancellationToken cancellation) => engine.UpdateAsync(request, cancellation);

    /// <inheritdoc/>
    public Task DeleteAsync(DeletionRequest request, CancellationToken cancellation) =>
        engine.BeginDelete(request, cancellation)?.Completion ?? Task.CompletedTask;

    /// <inheritdoc/>
    public Task RollBackAsync(RollbackRequest request, CancellationToken cancellation) =>
        engine.BeginRollback(request, cancellation).Completion;

    /// <inheritdoc/>
    public Task ContinueRollbackAsync(RollbackRequest request, CancellationToken cancellation) =>
        engine.BeginContinueRollback(request, cancellation).Completion;
}
