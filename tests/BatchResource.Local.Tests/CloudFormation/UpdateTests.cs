using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class UpdateTests
{
    [Fact]
    public async Task A_Changed_Property_Sends_An_Update_With_Old_And_New()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Tag": "a" }"""))));

        var stack = await aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "b" }"""))));

        Assert.Equal(StackStatus.UpdateComplete, stack.Status);
        Assert.Equal(["Create Job", "Update Job Job-1"], aws.Lambda.Story);
        var update = aws.Lambda.Events[1];
        Assert.Equal("a", update["OldResourceProperties"]!["Tag"]!.ToString());
        Assert.Equal("b", update["ResourceProperties"]!["Tag"]!.ToString());
        Assert.Equal(["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"], History(stack, "Job").Skip(3));
        Assert.Equal(
            ["UPDATE_IN_PROGRESS: User Initiated", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE"],
            History(stack, "stack").Skip(2));
    }

    [Theory]
    [InlineData("""{ "Hours": 24 }""", """{ "Hours": "24" }""")]
    [InlineData("""{ "On": true }""", """{ "On": "true" }""")]
    public async Task No_Update_Is_Sent_When_Only_The_Form_Of_A_Scalar_Changes(string before, string after)
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job(before))));

        var stack = await aws.UpdateAsync(Template(("Job", Job(after)), ("Name", Parameter())));

        Assert.Equal(StackStatus.UpdateComplete, stack.Status);
        Assert.Equal(["Create Job"], aws.Lambda.Story);
    }

    [Fact]
    public async Task Another_Physical_Id_Means_Replacement_And_The_Old_One_Is_Deleted_In_The_Clean_Up()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Model": "a" }"""))));
        aws.Lambda.OnEvent = e => SucceedAsync(e, e["RequestType"]!.ToString() == "Update" ? "Job-2" : null);

        var stack = await aws.UpdateAsync(Template(("Job", Job("""{ "Model": "b" }"""))));

        Assert.Equal(["Create Job", "Update Job Job-1", "Delete Job Job-1"], aws.Lambda.Story);
        Assert.Equal("a", aws.Lambda.Events[2]["ResourceProperties"]!["Model"]!.ToString());
        Assert.Equal("Job-2", stack.Resources["Job"].Current.PhysicalId);
        var events = stack.Events.ToList();
        var cleanUp = events.FindIndex(e => e.ResourceStatus == StackStatus.UpdateCompleteCleanupInProgress);
        var deletion = events.FindIndex(e => e.ResourceStatus == ResourceStatus.DeleteInProgress);
        Assert.True(cleanUp < deletion);
        Assert.Equal("Job-1", events[deletion].PhysicalResourceId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_A_Superseded_Copy_Needs_Is_Deleted_After_It(bool isRolledBack)
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(JobWith("Before"));
        if (isRolledBack)
            aws.Failures["Last"] = new() { Operations = FailingOperations.Update };
        aws.Lambda.OnEvent = e => SucceedAsync(e, e["RequestType"]!.ToString() switch
        {
            "Update" => e["ResourceProperties"]!["Needs"]!.ToString() == "Before" ? "Job-1" : "Job-2",
            _ => null,
        });

        var stack = await aws.UpdateAsync(JobWith("After"));

        Assert.Equal(isRolledBack ? StackStatus.UpdateRollbackComplete : StackStatus.UpdateComplete, stack.Status);
        Assert.Equal(
            ["Job DELETE_IN_PROGRESS", "Job DELETE_COMPLETE", "Dropped DELETE_IN_PROGRESS", "Dropped DELETE_COMPLETE"],
            stack.Events
                .Where(e => e.ResourceStatus.StartsWith("DELETE", StringComparison.Ordinal))
                .Select(e => $"{(e.LogicalResourceId == "Job" ? "Job" : "Dropped")} {e.ResourceStatus}"));

        static string JobWith(string need) => Template(
            (need, Parameter(need)),
            ("Job", Job($$"""{ "Needs": { "Fn::GetAtt": ["{{need}}", "Value"] } }""")),
            ("Last", Resource("AWS::SSM::Parameter", $$"""{ "Type": "String", "Value": { "Fn::Sub": "${Job}" } }""")));
    }

    [Fact]
    public async Task A_Dependency_That_An_Update_Turns_Round_Holds_Up_Nothing()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Name", Parameter()), ("Job", Job("""{ "Needs": { "Ref": "Name" } }"""))));
        aws.Lambda.OnEvent = e => SucceedAsync(e, e["RequestType"]!.ToString() == "Update" ? "Job-2" : null);

        var stack = await aws.UpdateAsync(Template(
            ("Name", Resource("AWS::SSM::Parameter", """{ "Type": "String", "Value": { "Ref": "Job" } }""")),
            ("Job", Job("""{ "Needs": "nothing" }"""))));

        Assert.Equal(StackStatus.UpdateComplete, stack.Status);
        Assert.Equal("Job-2", stack.Resources["Name"].Current.Properties["Value"]!.ToString());
        Assert.Equal("Delete Job Job-1", aws.Lambda.Story[^1]);
    }

    [Fact]
    public async Task A_Clean_Up_That_Fails_Is_Tried_Three_Times_And_Then_Dropped()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Model": "a" }"""))));
        aws.Lambda.OnEvent = e => e["RequestType"]!.ToString() == "Update" ? SucceedAsync(e, "Job-2") : FailAsync(e, "busy");

        var stack = await aws.UpdateAsync(Template(("Job", Job("""{ "Model": "b" }"""))));

        Assert.Equal(StackStatus.UpdateComplete, stack.Status);
        Assert.Equal(3, aws.Lambda.Story.Count(line => line == "Delete Job Job-1"));
        Assert.Empty(stack.Resources["Job"].Superseded);
        Assert.Equal(ResourceStatus.UpdateComplete, stack.Resources["Job"].Status);
    }

    [Fact]
    public async Task A_Resource_That_Left_The_Template_Is_Deleted_In_The_Clean_Up()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job()), ("Name", Parameter())));

        var stack = await aws.UpdateAsync(Template(("Name", Parameter())));

        Assert.Equal(["Create Job", "Delete Job Job-1"], aws.Lambda.Story);
        Assert.False(stack.Resources.ContainsKey("Job"));
    }

    [Fact]
    public async Task A_Removed_Resource_Whose_Clean_Up_Fails_Is_Dropped_After_Three_Tries()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job()), ("Name", Parameter())));
        aws.Lambda.OnEvent = e => FailAsync(e, "busy");

        var stack = await aws.UpdateAsync(Template(("Name", Parameter())));

        Assert.Equal(StackStatus.UpdateComplete, stack.Status);
        Assert.Equal(3, aws.Lambda.Story.Count(line => line == "Delete Job Job-1"));
        Assert.False(stack.Resources.ContainsKey("Job"));
    }

    [Fact]
    public async Task A_Simulated_Type_Is_Replaced_When_A_Property_Of_Its_Identity_Changes()
    {
        await using var aws = await Stacks.StartAsync();
        static string WithBucket(string name) => Template(("Bucket", Resource("AWS::S3::Bucket", $$"""{ "BucketName": "{{name}}" }""")));
        await aws.CreateAsync(WithBucket("one"));

        var stack = await aws.UpdateAsync(WithBucket("two"));

        Assert.Equal("two", stack.Resources["Bucket"].Current.PhysicalId);
        var deleted = stack.Events.Single(e => e.ResourceStatus == ResourceStatus.DeleteComplete);
        Assert.Equal("one", deleted.PhysicalResourceId);
    }

    [Fact]
    public async Task A_Resource_With_A_Name_Of_Its_Own_Cannot_Be_Replaced_Under_That_Name()
    {
        await using var aws = await Stacks.StartAsync();
        static string WithGroup(string path) =>
            Template(("Role", Resource("AWS::IAM::Role", $$"""{ "RoleName": "own", "Path": "{{path}}", "AssumeRolePolicyDocument": {} }""")));
        await aws.CreateAsync(WithGroup("/"));

        var stack = await aws.UpdateAsync(WithGroup("/other/"));

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Contains(
            "UPDATE_FAILED: CloudFormation cannot update a stack when a custom-named resource requires replacing. "
            + "Rename own and update the stack again.",
            History(stack, "Role"));
    }

    [Fact]
    public async Task The_Service_Token_Cannot_Change()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job())));

        var stack = await aws.UpdateAsync(Template(("Job", Job(provider: Provider + "2"))));

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Contains("UPDATE_FAILED: Modifying service token is not allowed.", History(stack, "Job"));
    }

    [Fact]
    public async Task The_Same_Template_Is_No_Update()
    {
        await using var aws = await Stacks.StartAsync();
        var stack = await aws.CreateAsync(Template(("Name", Parameter())));

        var update = await aws.Service.Engine.UpdateAsync(
            new("stack", stack.TemplateBody, new Dictionary<string, string>()), CancellationToken.None);

        Assert.Null(update);
        Assert.Equal(StackStatus.CreateComplete, stack.Status);
    }

    [Fact]
    public async Task A_Stack_In_ROLLBACK_COMPLETE_Cannot_Be_Updated()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Failures["Name"] = new();
        await aws.CreateAsync(Template(("Name", Parameter())));

        var refusal = await Assert.ThrowsAsync<StackException>(() => aws.UpdateAsync(Template(("Name", Parameter("y")))));

        Assert.Contains("is in ROLLBACK_COMPLETE state and can not be updated.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Type_Of_A_Resource_Cannot_Change()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Thing", Parameter())));

        var refusal = await Assert.ThrowsAsync<TemplateException>(() => aws.UpdateAsync(Template(("Thing", Job()))));

        Assert.StartsWith("Update of resource type is not permitted.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(StackStatus.CreateComplete, aws.Service.Engine.Find("stack")!.Status);
    }
}
