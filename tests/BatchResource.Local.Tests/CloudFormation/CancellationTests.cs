using BatchResource.Local.CloudFormation;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_Creation_In_Flight_Is_Cancelled_And_Deleted_Under_An_Invented_Id()
    {
        await using var aws = await Stacks.StartAsync();
        SilentCreate(aws);

        var stack = await aws.CreateAsync(Template(("Job", Job("""{ "Model": "a" }""")), ("Name", Parameter())));

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Contains("CREATE_FAILED: Resource creation cancelled", History(stack, "Job"));
        var deletion = aws.Lambda.Events[1];
        Assert.Equal("Delete", deletion["RequestType"]!.ToString());
        Assert.Matches("^stack-Job-[A-Z0-9]{12}$", deletion["PhysicalResourceId"]!.ToString());
        Assert.Equal("a", deletion["ResourceProperties"]!["Model"]!.ToString());
        Assert.NotEqual(aws.Lambda.Events[0]["RequestId"]!.ToString(), deletion["RequestId"]!.ToString());
    }

    [Fact]
    public async Task The_Delete_Comes_Two_Seconds_After_The_Cancellation_By_The_Local_Clock()
    {
        await using var aws = await Stacks.StartAsync();
        SilentCreate(aws);

        var stack = await aws.CreateAsync(Template(("Job", Job()), ("Name", Parameter())));

        var cancelled = stack.Events.Single(e => e.ResourceStatusReason == "Resource creation cancelled").Timestamp;
        var deleted = stack.Events.First(e => e is { LogicalResourceId: "Job", ResourceStatus: ResourceStatus.DeleteInProgress }).Timestamp;
        Assert.True(deleted - cancelled >= TimeSpan.FromSeconds(2), $"only {deleted - cancelled} passed");
    }

    [Fact]
    public async Task Nothing_Is_Deleted_When_The_Switch_Forgets_Unnamed_Resources()
    {
        await using var aws = await Stacks.StartAsync(new() { UnnamedResource = UnnamedResource.Forget });
        SilentCreate(aws);

        var stack = await aws.CreateAsync(Template(("Job", Job()), ("Name", Parameter())));

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Equal(["Create Job"], aws.Lambda.Story);
    }

    [Fact]
    public async Task An_Answer_After_The_Cancellation_Does_Not_Count()
    {
        await using var aws = await Stacks.StartAsync();
        SilentCreate(aws);
        await aws.CreateAsync(Template(("Job", Job()), ("Name", Parameter())));

        var status = await SucceedAsync(aws.Lambda.Events[0], "late");

        Assert.Equal(200, status);
        var late = aws.Service.Sink.Delivered[^1];
        Assert.Contains("late", late.Body, StringComparison.Ordinal);
        Assert.False(late.Counted);
    }

    [Fact]
    public async Task An_Update_In_Flight_Is_Cancelled_And_Taken_Back_Under_Its_Id()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Tag": "a" }""")), ("Name", Parameter())));
        var started = new TaskCompletionSource();
        aws.Failures["Name"] = new() { When = started.Task };
        aws.Lambda.OnEvent = e =>
        {
            started.TrySetResult();
            return e["ResourceProperties"]!["Tag"]!.ToString() == "b" ? Task.CompletedTask : SucceedAsync(e);
        };

        var stack = await aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "b" }""")), ("Name", Parameter("y"))));

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Contains("UPDATE_FAILED: Resource update cancelled", History(stack, "Job"));
        Assert.Equal(["Create Job", "Update Job Job-1", "Update Job Job-1"], aws.Lambda.Story);
        Assert.Equal("b", aws.Lambda.Events[2]["OldResourceProperties"]!["Tag"]!.ToString());
    }

    /// <summary>The provider never answers a Create, and another resource fails once it has got one.</summary>
    private static void SilentCreate(Stacks aws)
    {
        var started = new TaskCompletionSource();
        aws.Failures["Name"] = new() { When = started.Task };
        aws.Lambda.OnEvent = e =>
        {
            started.TrySetResult();
            return e["RequestType"]!.ToString() == "Create" ? Task.CompletedTask : SucceedAsync(e);
        };
    }
}
