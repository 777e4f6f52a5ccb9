using BatchResource.EndToEnd.Tests.Faults;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Lifecycle;

/// <summary>A provider that may not ask CloudFormation does without.</summary>
[Trait("rule", "L12")]
[Trait("rule", "L16")]
public sealed class UnaskableStackTests
{
    [Theory]
    [InlineData("DescribeStackResource")]
    [InlineData("DescribeStackEvents")]
    public async Task Without_A_Permission_To_Ask_A_Job_That_CloudFormation_May_Know_Runs_On(string operation)
    {
        await using var run = await SampleRun.StartAsync(new()
        {
            Forbidden = [operation],
            ServiceTimeout = TimeSpan.FromSeconds(15),
            CreateWindow = TimeSpan.FromSeconds(10),
        });
        (await run.DeployAsync(new())).EnsureSucceeded();
        run.Faults.Arm(null, new(ResponseFault.Unheard));
        Assert.Equal(StackStatus.UpdateFailed, (await run.DeployAsync(new(Model: 1), isWithoutRollback: true)).Status);
        run.Faults.Disarm();

        (await run.DeleteAsync()).EnsureSucceeded();

        Assert.Equal(run.Jobs[1].JobArn, Assert.Single(run.ActiveJobs).JobArn);
        var refusal = Assert.Single(run.Log, line => line.Contains("StackNotAsked", StringComparison.Ordinal));
        Assert.Contains($"is not authorized to perform: cloudformation:{operation} on resource: {run.Stack!.StackId} because", refusal, StringComparison.Ordinal);
        await run.AssertSoundAsync();
    }
}
