using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.Local.Tool.Accounts;

/// <summary>An account that lives in this process, for as long as the command runs.</summary>
internal sealed class OwnAccount : IAccount
{
    private readonly LocalAws aws;

    private OwnAccount(LocalAws aws) => this.aws = aws;

    /// <summary>Opens the account.</summary>
    public static async Task<OwnAccount> OpenAsync(AccountSettings settings, CancellationToken cancellation)
    {
        var opened = await LocalAws.StartAsync(
            new()
            {
                StateDirectory = settings.StateFolder,
                Speed = settings.Speed,
                SimulateUnknownTypes = settings.SimulateUnknown,
                BedrockFaults = settings.Faults?.Bedrock ?? NoFaults.Instance,
                ResponseFault = settings.Faults is { } faults ? faults.Response : null,
                OnStackEvent = settings.OnStackEvent,
            },
            cancellation);
        foreach (var logicalId in settings.FailingResources)
            opened.Failures[logicalId] = new() { Reason = $"Simulated failure of {logicalId} (--fail)" };
        return new(opened);
    }

    /// <inheritdoc/>
    public Task<StackResult> DeployAsync(string path, DeployOptions options, CancellationToken cancellation) =>
        aws.DeployAsync(path, options, cancellation);

    /// <inheritdoc/>
    public Task<StackResult> RollbackAsync(string stackName, IEnumerable<string> resourcesToSkip, CancellationToken cancellation) =>
        aws.RollbackAsync(stackName, resourcesToSkip, cancellation);

    /// <inheritdoc/>
    public Task<StackResult?> DeleteAsync(string stackName, IEnumerable<string> retainResources, CancellationToken cancellation) =>
        aws.DeleteAsync(stackName, retainResources, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ModelInvocationJob>> JobsAsync(CancellationToken cancellation) => Task.FromResult(aws.Jobs);

    /// <inheritdoc/>
    public IReadOnlyList<JsonObject> ResultsOf(ModelInvocationJob job) => aws.ReadResults(job.JobArn);

    /// <inheritdoc/>
    public StackResult? Find(string stackId) => aws.Describe(stackId);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LogOfAsync(string requestId, CancellationToken cancellation)
    {
        var lines = aws.Lambda.LogGroups.Keys.SelectMany(function => aws.Lambda.Logs(function, requestId));
        return Task.FromResult<IReadOnlyList<string>>([.. lines.Select(line => line.Text)]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => aws.DisposeAsync();
}
