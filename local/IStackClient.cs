using BatchResource.Local.Assemblies;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;

namespace BatchResource.Local;

/// <summary>
/// What a deployment asks of CloudFormation, in this process or in another one. Each operation returns when the stack has reached a state
/// that lasts, and throws <see cref="StackException"/> or <see cref="TemplateException"/> when CloudFormation refuses it.
/// </summary>
internal interface IStackClient
{
    /// <summary>Publishes the assets of a stack.</summary>
    void Publish(AssemblyStack stack);

    /// <summary>The latest stack of a name with all its events, also a deleted one; null when there never was one.</summary>
    StackResult? Find(string stackName);

    /// <summary>Ends the operation that a former process was killed in, if there is one.</summary>
    Task ResumeAsync(string stackName, CancellationToken cancellation);

    /// <summary>Creates a stack.</summary>
    Task CreateAsync(StackRequest request, CancellationToken cancellation);

    /// <summary>Updates a stack, or does nothing when nothing would change.</summary>
    Task UpdateAsync(StackRequest request, CancellationToken cancellation);

    /// <summary>Deletes a stack.</summary>
    Task DeleteAsync(DeletionRequest request, CancellationToken cancellation);

    /// <summary>Rolls back a deployment that failed and was kept.</summary>
    Task RollBackAsync(RollbackRequest request, CancellationToken cancellation);

    /// <summary>Goes on with a rollback that failed.</summary>
    Task ContinueRollbackAsync(RollbackRequest request, CancellationToken cancellation);
}
