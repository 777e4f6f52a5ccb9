using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Lifecycle;

/// <summary>Whom the provider speaks to on AWS speaks TLS.</summary>
public sealed class EncryptedConnectionTests
{
    [LinuxFact]
    public async Task A_Stack_Is_Created_And_Deleted_Over_Tls()
    {
        await using var aws = await LocalAws.StartAsync(new()
        {
            IsEncrypted = true,
            PlanFor = _ => new JobPlan { Scheduled = Timeout.InfiniteTimeSpan },
        });
        Assert.Equal("https", aws.Bedrock.Endpoint.Scheme);

        (await aws.DeployAsync(await SampleAssembly.FolderAsync, "NightlySummaries")).EnsureSucceeded();
        var deleted = await aws.DeleteAsync("NightlySummaries");

        Assert.Equal(StackStatus.DeleteComplete, deleted?.Status);
        Assert.Equal(JobStatus.Stopped, Assert.Single(aws.Jobs).Status);
    }
}
