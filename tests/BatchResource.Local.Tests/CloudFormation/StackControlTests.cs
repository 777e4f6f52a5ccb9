using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>Cancellation, protection and what a deletion may leave.</summary>
public sealed class StackControlTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Cancelled_Update_Is_Rolled_Back_Also_Without_Rollback(bool isKept)
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Tag": "a" }"""))));
        var started = new TaskCompletionSource();
        aws.Lambda.OnEvent = e =>
        {
            started.TrySetResult();
            return e["ResourceProperties"]!["Tag"]!.ToString() == "b" ? Task.CompletedTask : SucceedAsync(e);
        };
        var late = Parameter();
        late["DependsOn"] = "Job";
        var run = aws.Service.Engine.BeginUpdate(
            new("stack", Template(("Job", Job("""{ "Tag": "b" }""")), ("Late", late)), new Dictionary<string, string>())
            {
                OnFailure = isKept ? OnFailure.Keep : OnFailure.RollBack,
            })!;
        await started.Task;

        aws.Service.Engine.CancelUpdate("stack");
        var stack = await run.WaitAsync();

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Contains("UPDATE_ROLLBACK_IN_PROGRESS: User Initiated", History(stack, "stack"));
        Assert.Contains("UPDATE_FAILED: Resource update cancelled", History(stack, "Job"));
        Assert.Equal(["Create Job", "Update Job Job-1", "Update Job Job-1"], aws.Lambda.Story);
        Assert.Equal("a", stack.Resources["Job"].Current.Properties["Tag"]!.ToString());
        Assert.False(stack.Resources.ContainsKey("Late"));
    }

    [Fact]
    public async Task Only_An_Update_Under_Way_Can_Be_Cancelled()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job())));

        var refusal = Assert.Throws<StackException>(() => aws.Service.Engine.CancelUpdate("stack"));

        Assert.Equal("CancelUpdateStack cannot be called from current stack status", refusal.Message);
    }

    [Fact]
    public async Task A_Deletion_Cancels_A_Creation_Under_Way()
    {
        await using var aws = await Stacks.StartAsync();
        var started = new TaskCompletionSource();
        aws.Lambda.OnEvent = e =>
        {
            started.TrySetResult();
            return e["RequestType"]!.ToString() == "Create" ? Task.CompletedTask : SucceedAsync(e);
        };
        aws.Service.Engine.BeginCreate(new("stack", Template(("Job", Job())), new Dictionary<string, string>()));
        await started.Task;

        var stack = await aws.DeleteAsync();

        Assert.Equal(StackStatus.DeleteComplete, stack!.Status);
        Assert.Contains("CREATE_FAILED: Resource creation cancelled", History(stack, "Job"));
        Assert.Equal(["Create", "Delete"], aws.Lambda.Events.Select(e => e["RequestType"]!.ToString()));
        Assert.DoesNotContain(StackStatus.RollbackInProgress, History(stack, "stack"));
    }

    [Fact]
    public async Task A_Protected_Stack_Is_Not_Deleted()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Name", Parameter())));
        aws.Service.Engine.Protect("stack", isProtected: true);

        var refusal = await Assert.ThrowsAsync<StackException>(() => aws.DeleteAsync());

        Assert.Equal("Stack [stack] cannot be deleted while TerminationProtection is enabled", refusal.Message);
        aws.Service.Engine.Protect("stack", isProtected: false);
        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync())!.Status);
    }

    [Fact]
    public async Task Resources_Can_Be_Left_When_A_Deletion_Has_Failed()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job())));
        var request = new DeletionRequest("stack") { RetainResources = new HashSet<string> { "Job" } };
        Assert.Throws<StackException>(() => aws.Service.Engine.BeginDelete(request));
        aws.Lambda.OnEvent = e => FailAsync(e, "busy");
        await aws.DeleteAsync();
        Assert.Throws<StackException>(() => aws.Service.Engine.BeginDelete(request with { RetainResources = new HashSet<string> { "Other" } }));

        var stack = await aws.Service.Engine.BeginDelete(request)!.WaitAsync();

        Assert.Equal(StackStatus.DeleteComplete, stack.Status);
        Assert.Equal("DELETE_SKIPPED", History(stack, "Job")[^1]);
        Assert.Single(aws.Lambda.Story, "Delete Job Job-1");
    }

    [Fact]
    public async Task A_Forced_Deletion_Tries_Once_More_And_Leaves_What_Fails()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job()), ("Name", Parameter())));
        aws.Lambda.OnEvent = e => FailAsync(e, "busy");
        await aws.DeleteAsync();

        var stack = await aws.Service.Engine.BeginDelete(new("stack") { IsForced = true })!.WaitAsync();

        Assert.Equal(StackStatus.DeleteComplete, stack.Status);
        Assert.Equal("DELETE_SKIPPED", History(stack, "Job")[^1]);
        Assert.Equal(2, aws.Lambda.Story.Count(line => line == "Delete Job Job-1"));
    }

    [Theory]
    [InlineData("Retain", false, false)]
    [InlineData("Retain", true, true)]
    [InlineData("RetainExceptOnCreate", false, true)]
    public async Task What_An_Update_Created_Is_Deleted_When_It_Is_Rolled_Back_Unless_It_Is_Retained(
        string policy, bool exceptOnCreate, bool isDeleted)
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Name", Parameter())));
        aws.Failures["Name"] = new() { Operations = FailingOperations.Update };
        var (job, name) = (Job(), Parameter("y"));
        (job["DeletionPolicy"], name["DependsOn"]) = (policy, "Job");

        var run = aws.Service.Engine.BeginUpdate(new("stack", Template(("Job", job), ("Name", name)), new Dictionary<string, string>())
        {
            RetainExceptOnCreate = exceptOnCreate,
        })!;

        Assert.Equal(StackStatus.UpdateRollbackComplete, (await run.WaitAsync()).Status);
        Assert.Equal(isDeleted, aws.Lambda.Story.Contains("Delete Job Job-1"));
    }

    [Fact]
    public async Task An_Exception_Of_A_Resource_Type_Is_A_Failure_Of_The_Resource()
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync(Template(("Bucket", Resource("AWS::S3::Bucket", """{ "BucketName": "a_b_c" }"""))));

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Contains(History(stack, "Bucket"), line => line.StartsWith("CREATE_FAILED: ", StringComparison.Ordinal) && line.Contains("a_b_c", StringComparison.Ordinal));
    }
}
