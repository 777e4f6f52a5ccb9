using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.Local.Tool.Accounts;

/// <summary>The account that commands work on: one that this process opens, or one that <c>serve</c> holds.</summary>
internal interface IAccount : IAsyncDisposable
{
    /// <inheritdoc cref="LocalAws.DeployAsync(string, DeployOptions, CancellationToken)"/>
    Task<StackResult> DeployAsync(string path, DeployOptions options, CancellationToken cancellation);

    /// <inheritdoc cref="LocalAws.RollbackAsync"/>
    Task<StackResult> RollbackAsync(string stackName, IEnumerable<string> resourcesToSkip, CancellationToken cancellation);

    /// <inheritdoc cref="LocalAws.DeleteAsync(string, IEnumerable{string}, CancellationToken)"/>
    Task<StackResult?> DeleteAsync(string stackName, IEnumerable<string> retainResources, CancellationToken cancellation);

    /// <summary>Every job that ever existed, as it is now, in the order of creation.</summary>
    Task<IReadOnlyList<ModelInvocationJob>> JobsAsync(CancellationToken cancellation);

    /// <inheritdoc cref="LocalAws.ReadResults"/>
    IReadOnlyList<JsonObject> ResultsOf(ModelInvocationJob job);

    /// <summary>A stack by its ARN, as it is now with all its events; null when there never was one.</summary>
    StackResult? Find(string stackId);

    /// <summary>What any function wrote in an invocation, and what Lambda added to it.</summary>
    /// <param name="requestId">Lambda's request id.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<string>> LogOfAsync(string requestId, CancellationToken cancellation);
}
