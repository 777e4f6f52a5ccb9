using BatchResource.Contract;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;

namespace BatchResource.EndToEnd.Tests.Accounts;

/// <summary>The local AWS.</summary>
internal sealed class LocalAccount : IStackAccount
{
    private readonly SampleRun run;

    private LocalAccount(SampleRun run) => this.run = run;

    public static async Task<LocalAccount> StartAsync() => new(await SampleRun.StartAsync());

    public async Task<DeployedStack> DeployAsync(SampleVersion version) => Of(await run.DeployAsync(version));

    public async Task<DeployedStack> DeployBesideFailureAsync(SampleVersion version) => Of(await run.DeployBesideFailureAsync(version));

    public Task<IReadOnlyList<StackJob>> JobsAsync() =>
        Task.FromResult<IReadOnlyList<StackJob>>([.. run.Jobs.Select(job => new StackJob(job.JobArn, job.Status))]);

    public Task<string?> TagAsync(string jobArn, string key) =>
        Task.FromResult(run.Jobs.Single(job => job.JobArn == jobArn).Tags.GetValueOrDefault(key));

    public async Task DeleteAsync() => (await run.DeleteAsync()).EnsureSucceeded();

    public ValueTask DisposeAsync() => run.DisposeAsync();

    private static DeployedStack Of(StackResult stack) => new(stack.Status, stack.Outputs[AttributeNames.JobArn]);
}
