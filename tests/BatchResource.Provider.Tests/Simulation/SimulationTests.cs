using System.Text;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>The simulation itself: what it proves counts only if it delivers events as it says.</summary>
public sealed class SimulationTests
{
    [Fact]
    public void An_Event_That_Was_Answered_Is_Not_Delivered_Again()
    {
        var random = new Random(1);
        var time = new VirtualTime();
        var bedrock = new SimulatedBedrock(time, new SimulatedBedrockSwitches());
        using var log = new MemoryStream();
        var record = new SimulatedRecord(time, SimulatedStack.LogicalId);
        var lambda = new SimulatedLambda(bedrock, record, new FaultPlan(random), random, time, log);
        var stack = new SimulatedStack(lambda, record, new CloudFormationSwitches(), random, time);

        Assert.True(time.Run(() => stack.DeployAsync(new ResourceVersion(1), neighbourFailsAfter: null)));
        time.Advance(TimeSpan.FromHours(1));

        var received = Encoding.UTF8.GetString(log.ToArray())
            .Split('\n')
            .Count(line => line.Contains("EventReceived", StringComparison.Ordinal));
        Assert.Equal(1, received);
        Assert.Equal(JobStatus.InProgress, Assert.Single(bedrock.Jobs).StatusAt(time.GetUtcNow()));
    }
}
