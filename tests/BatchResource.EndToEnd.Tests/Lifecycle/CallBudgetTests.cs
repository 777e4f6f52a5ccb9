using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local.Bedrock;

namespace BatchResource.EndToEnd.Tests.Lifecycle;

/// <summary>How many calls of Bedrock an operation takes when nothing goes wrong.</summary>
[Trait("rule", "L13")]
public sealed class CallBudgetTests
{
    [Fact]
    public async Task Create_Takes_Three_Calls_An_Update_Without_Effect_One_And_Delete_Of_A_Finished_Job_Five()
    {
        await using var run = await SampleRun.StartAsync();

        (await run.DeployAsync(new())).EnsureSucceeded();
        Assert.Equal(["ListModelInvocationJobs", "CreateModelInvocationJob", "GetModelInvocationJob"], Calls(run, 0));

        // Only the form changes: what was absent is now given as the default that it had.
        var update = run.Aws.Bedrock.Calls.Count;
        var explicitDefault = new Dictionary<string, JsonNode?> { [PropertyNames.WaitFor] = nameof(WaitFor.Submitted) };
        (await run.DeployAsync(new() { Properties = explicitDefault })).EnsureSucceeded();
        Assert.Equal(["GetModelInvocationJob"], Calls(run, update));

        run.Aws.Bedrock.Move(run.PhysicalId!, JobStatus.Completed);
        var delete = run.Aws.Bedrock.Calls.Count;
        await run.DeleteAsync();
        Assert.Equal(
            [
                "TagResource",
                "ListTagsForResource",
                "ListModelInvocationJobs",
                "StopModelInvocationJob",
                "GetModelInvocationJob",
            ],
            Calls(run, delete));
        Assert.Equal(["Create", "Update", "Delete"], run.Events.Select(e => e.RequestType));
    }

    private static IEnumerable<string?> Calls(SampleRun run, int from) => run.Aws.Bedrock.Calls.Skip(from).Select(call => call.Operation);
}
