using BatchResource.EndToEnd.Tests.Support;

namespace BatchResource.EndToEnd.Tests.Accounts;

/// <summary>An AWS account in which the sample app's stack lives through the same things, wherever it is.</summary>
internal interface IStackAccount : IAsyncDisposable
{
    /// <summary>Creates the stack or brings it to that version.</summary>
    Task<DeployedStack> DeployAsync(SampleVersion version);

    /// <summary>Deploys a version while another resource fails, after the job has been changed.</summary>
    Task<DeployedStack> DeployBesideFailureAsync(SampleVersion version);

    /// <summary>Every job that the stack's resource ever had, in the order of creation.</summary>
    Task<IReadOnlyList<StackJob>> JobsAsync();

    /// <summary>The value of a tag of a job, or null.</summary>
    Task<string?> TagAsync(string jobArn, string key);

    /// <summary>Deletes the stack, and what it leaves behind.</summary>
    Task DeleteAsync();
}
