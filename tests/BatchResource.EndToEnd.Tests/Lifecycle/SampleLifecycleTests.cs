using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Lifecycle;

/// <summary>The life of the sample app's stack, with the provider as it is published.</summary>
public sealed class SampleLifecycleTests
{
    [Fact]
    [Trait("rule", "L4")]
    public async Task Create_Starts_One_Job_And_Gives_The_Stack_Its_Arn()
    {
        await using var run = await SampleRun.StartAsync();

        var stack = (await run.DeployAsync(new())).EnsureSucceeded();

        var job = Assert.Single(run.Jobs);
        Assert.Equal(job.JobArn, run.PhysicalId);
        Assert.Equal(job.JobArn, stack.Outputs[AttributeNames.JobArn]);
        Assert.EndsWith($"/summaries/{job.JobId}/", stack.Outputs["ResultsUri"], StringComparison.Ordinal);
        Assert.Equal("support", job.Tags["team"]);
        await run.AssertSoundAsync();
    }

    [Fact]
    [Trait("rule", "L10")]
    public async Task An_Update_Of_Tags_Keeps_The_Job()
    {
        await using var run = await SampleRun.StartAsync();
        (await run.DeployAsync(new(Tag: "1"))).EnsureSucceeded();
        var before = run.PhysicalId;

        (await run.DeployAsync(new(Tag: "2"))).EnsureSucceeded();

        Assert.Equal(before, run.PhysicalId);
        Assert.Equal("2", Assert.Single(run.ActiveJobs).Tags["version"]);
        Assert.Single(run.Jobs);
        await run.AssertSoundAsync();
    }

    [Fact]
    [Trait("rule", "L11")]
    public async Task An_Update_Of_The_Model_Starts_A_New_Job_And_Stops_The_Old_One_In_The_Clean_Up()
    {
        await using var run = await SampleRun.StartAsync();
        (await run.DeployAsync(new())).EnsureSucceeded();

        (await run.DeployAsync(new(Model: 1))).EnsureSucceeded();

        Assert.Equal(2, run.Jobs.Count);
        Assert.Equal(JobStatus.Stopped, run.Jobs[0].Status);
        Assert.Equal(run.PhysicalId, Assert.Single(run.ActiveJobs).JobArn);
        Assert.Equal(["Create", "Update", "Delete"], run.Events.Select(e => e.RequestType));
        await run.AssertSoundAsync();
    }

    [Theory]
    [InlineData(RollbackPhysicalId.Replacement)]
    [InlineData(RollbackPhysicalId.Original)]
    [Trait("rule", "L11")]
    public async Task A_Rollback_Goes_Back_To_The_Job_From_Before_Without_A_Third(RollbackPhysicalId physicalId)
    {
        await using var run = await SampleRun.StartAsync(new() { CloudFormation = new() { RollbackPhysicalId = physicalId } });
        (await run.DeployAsync(new())).EnsureSucceeded();
        var before = run.PhysicalId;

        var stack = await run.DeployBesideFailureAsync(new(Model: 1));

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Equal(2, run.Jobs.Count);
        Assert.Equal(before, run.PhysicalId);
        Assert.Equal(before, Assert.Single(run.ActiveJobs).JobArn);
        await run.AssertSoundAsync();
    }

    [Fact]
    [Trait("rule", "L12")]
    public async Task Delete_Stops_The_Job_And_Waits_Until_It_Has_Stopped()
    {
        await using var run = await SampleRun.StartAsync();
        (await run.DeployAsync(new())).EnsureSucceeded();

        var stack = await run.DeleteAsync();

        Assert.Equal(StackStatus.DeleteComplete, stack.Status);
        Assert.Equal(JobStatus.Stopped, Assert.Single(run.Jobs).Status);
        await run.AssertSoundAsync();
    }

    [Fact]
    [Trait("rule", "L4")]
    public async Task Events_That_Come_Again_When_They_Are_History_Change_Nothing()
    {
        await using var run = await SampleRun.StartAsync(new() { CreateWindow = TimeSpan.FromSeconds(12) });
        (await run.DeployAsync(new())).EnsureSucceeded();
        (await run.DeployAsync(new(Model: 1))).EnsureSucceeded();
        var (jobs, events) = (run.ActiveJobs, run.Events);

        foreach (var e in events)
            await run.DeliverAgainAsync(e);

        Assert.Equal(3, events.Count);
        Assert.Equal(2, run.Jobs.Count);
        Assert.Equal(jobs.Select(job => job.JobArn), run.ActiveJobs.Select(job => job.JobArn));
        await run.AssertSoundAsync();
    }

    [Fact]
    [Trait("rule", "L14")]
    public async Task Bad_Properties_Get_One_Answer_With_Every_Problem_And_Start_Nothing()
    {
        await using var run = await SampleRun.StartAsync();

        var stack = await run.DeployAsync(new()
        {
            Properties = new Dictionary<string, JsonNode?>
            {
                [PropertyNames.ModelId] = null,
                [PropertyNames.TimeoutDurationInHours] = "12",
                [PropertyNames.JobName] = "under_score",
                ["Colour"] = "blue",
            },
        });

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Empty(run.Jobs);
        Assert.DoesNotContain(run.Aws.Bedrock.Calls, call => call.Operation == "CreateModelInvocationJob");
        var create = run.Events[0];
        var answer = Assert.Single(create.Answers);
        Assert.Equal("FAILED", answer.Status);
        foreach (var property in new[] { PropertyNames.ModelId, PropertyNames.TimeoutDurationInHours, PropertyNames.JobName, "Colour" })
            Assert.Contains(property, answer.Reason, StringComparison.OrdinalIgnoreCase);
        await run.AssertSoundAsync();
    }

    [Fact]
    [Trait("rule", "L9")]
    public async Task A_Create_That_Bedrock_Refuses_Leaves_Nothing_And_Can_Be_Tried_Again()
    {
        await using var run = await SampleRun.StartAsync();
        var foreignRole = Text(PropertyNames.RoleArn, "arn:aws:iam::123456789012:role/not-of-this-stack");
        var refused = await run.DeployAsync(new() { Properties = foreignRole });
        Assert.Equal(StackStatus.RollbackComplete, refused.Status);
        Assert.Empty(run.Jobs);

        (await run.DeployAsync(new())).EnsureSucceeded();

        Assert.Single(run.ActiveJobs);
        await run.AssertSoundAsync();
    }

    [Theory]
    [InlineData(RetryRequestId.New)]
    [InlineData(RetryRequestId.Same)]
    [Trait("rule", "L7")]
    public async Task A_Job_That_Failed_In_Validation_Fails_The_Stack_And_A_Retry_Starts_Another(RetryRequestId requestId)
    {
        var ending = JobEnding.FailedInValidation;
        await using var run = await SampleRun.StartAsync(new()
        {
            CloudFormation = new() { RetryRequestId = requestId },
            PlanFor = _ => new() { Scheduled = Timeout.InfiniteTimeSpan, Ending = ending, FailureMessage = "The input is unreadable." },
        });
        var version = new SampleVersion { Properties = Text(PropertyNames.WaitFor, nameof(WaitFor.Validated)) };
        var failed = await run.DeployAsync(version);
        Assert.Equal(StackStatus.RollbackComplete, failed.Status);
        Assert.Contains("The input is unreadable.", run.Events[0].Told!.Reason, StringComparison.Ordinal);

        ending = JobEnding.Completed;
        (await run.DeployAsync(version)).EnsureSucceeded();

        Assert.Equal([JobStatus.Failed, JobStatus.Scheduled], run.Jobs.Select(job => job.Status));
        await run.AssertSoundAsync();
    }

    private static Dictionary<string, JsonNode?> Text(string property, string value) => new() { [property] = value };
}
