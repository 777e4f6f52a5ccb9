using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Samples;

/// <summary>The first of the sample app's stacks as somebody meets it who tries it out; its life is in SampleLifecycleTests.</summary>
public sealed class NightlySummariesTests
{
    [Fact]
    public async Task The_Stack_Can_Be_Deleted_After_The_Job_And_Its_Results_Stay()
    {
        await using var aws = await LocalAws.StartAsync(new() { Speed = 600 });
        var stack = (await aws.DeployAsync(await SampleAssembly.FolderAsync, "NightlySummaries")).EnsureSucceeded();
        await aws.WaitForJobAsync(stack.Outputs["JobArn"]);

        var deleted = await aws.DeleteAsync("NightlySummaries");

        Assert.Equal(StackStatus.DeleteComplete, deleted?.Status);
        Assert.Equal("AWS::S3::Bucket", Assert.Single(deleted!.Events, e => e.ResourceStatus == ResourceStatus.DeleteSkipped).ResourceType);
        Assert.Equal(120, aws.ReadResults(stack.Outputs["JobArn"]).Count);
    }
}
