using BatchResource.Local.CloudFormation;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class DeleteTests
{
    [Fact]
    public async Task Dependents_Are_Deleted_First()
    {
        await using var aws = await Stacks.StartAsync();
        var second = Job("""{ "After": { "Ref": "First" } }""");
        await aws.CreateAsync(Template(("Second", second), ("First", Job())));

        var stack = await aws.DeleteAsync();

        Assert.Equal(StackStatus.DeleteComplete, stack!.Status);
        Assert.Equal(["Create First", "Create Second", "Delete Second Second-1", "Delete First First-1"], aws.Lambda.Story);
        Assert.Empty(stack.Resources);
    }

    [Fact]
    public async Task A_Delete_That_Fails_Ends_In_DELETE_FAILED_And_Spares_What_It_Depends_On()
    {
        await using var aws = await Stacks.StartAsync();
        var second = Job("""{ "After": { "Ref": "First" } }""");
        await aws.CreateAsync(Template(("Second", second), ("First", Job()), ("Name", Parameter())));
        aws.Lambda.OnEvent = e => FailAsync(e, "busy");

        var stack = await aws.DeleteAsync();

        Assert.Equal(StackStatus.DeleteFailed, stack!.Status);
        Assert.Equal("The following resource(s) failed to delete: [Second].", stack.StatusReason);
        Assert.Equal(["First", "Second"], stack.Resources.Keys.Order());
    }

    [Fact]
    public async Task A_Failed_Delete_Can_Be_Tried_Again()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job())));
        aws.Lambda.OnEvent = e => FailAsync(e, "busy");
        await aws.DeleteAsync();
        aws.Lambda.OnEvent = e => SucceedAsync(e);

        var stack = await aws.DeleteAsync();

        Assert.Equal(StackStatus.DeleteComplete, stack!.Status);
    }

    [Theory]
    [InlineData("Retain", false)]
    [InlineData("RetainExceptOnCreate", false)]
    [InlineData("Delete", true)]
    [InlineData("Snapshot", true)]
    public async Task The_Deletion_Policy_Decides_About_A_Deleted_Stacks_Resource(string policy, bool isDeleted)
    {
        await using var aws = await Stacks.StartAsync();
        var job = Job();
        job["DeletionPolicy"] = policy;
        await aws.CreateAsync(Template(("Job", job)));

        var stack = await aws.DeleteAsync();

        Assert.Equal(StackStatus.DeleteComplete, stack!.Status);
        Assert.Equal(isDeleted, aws.Lambda.Story.Contains("Delete Job Job-1"));
        Assert.Equal(!isDeleted, History(stack, "Job").Contains(ResourceStatus.DeleteSkipped));
    }

    [Theory]
    [InlineData("Retain", false)]
    [InlineData("RetainExceptOnCreate", true)]
    public async Task The_Deletion_Policy_Decides_About_A_Rolled_Back_Creation(string policy, bool isDeleted)
    {
        await using var aws = await Stacks.StartAsync();
        aws.Failures["Name"] = new();
        var (job, name) = (Job(), Parameter());
        (job["DeletionPolicy"], name["DependsOn"]) = (policy, "Job");

        await aws.CreateAsync(Template(("Job", job), ("Name", name)));

        Assert.Equal(isDeleted, aws.Lambda.Story.Contains("Delete Job Job-1"));
    }

    [Theory]
    [InlineData("Retain", "Delete", false)]
    [InlineData("Delete", "Retain", true)]
    public async Task The_Deletion_Policy_Covers_Removal_But_Not_Replacement(string updateReplacePolicy, string deletionPolicy, bool isDeleted)
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", WithPolicies("a"))));
        aws.Lambda.OnEvent = e => SucceedAsync(e, e["RequestType"]!.ToString() == "Update" ? "Job-2" : null);

        await aws.UpdateAsync(Template(("Job", WithPolicies("b"))));

        Assert.Equal(isDeleted, aws.Lambda.Story.Contains("Delete Job Job-1"));

        System.Text.Json.Nodes.JsonObject WithPolicies(string model)
        {
            var job = Job($$"""{ "Model": "{{model}}" }""");
            (job["UpdateReplacePolicy"], job["DeletionPolicy"]) = (updateReplacePolicy, deletionPolicy);
            return job;
        }
    }

    [Fact]
    public async Task A_Removed_Resource_Under_Retain_Stays()
    {
        await using var aws = await Stacks.StartAsync();
        var job = Job();
        job["DeletionPolicy"] = "Retain";
        await aws.CreateAsync(Template(("Job", job), ("Name", Parameter())));

        var stack = await aws.UpdateAsync(Template(("Name", Parameter())));

        Assert.Equal(["Create Job"], aws.Lambda.Story);
        Assert.Contains(ResourceStatus.DeleteSkipped, History(stack, "Job"));
    }

    [Fact]
    public async Task An_Export_In_Use_Keeps_Its_Stack()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync("""
            {
              "Resources": { "Name": { "Type": "AWS::SSM::Parameter", "Properties": { "Value": "v" } } },
              "Outputs": { "Value": { "Value": { "Fn::GetAtt": "Name.Value" }, "Export": { "Name": "shared" } } }
            }
            """, "exporter");
        var importer = await aws.CreateAsync(
            Template(("Name", Resource("AWS::SSM::Parameter", """{ "Value": { "Fn::ImportValue": "shared" } }"""))), "importer");

        var refusal = await Assert.ThrowsAsync<StackException>(() => aws.DeleteAsync("exporter"));

        Assert.Equal("v", importer.Resources["Name"].Current.Properties["Value"]!.ToString());
        Assert.Equal("Export shared cannot be deleted as it is in use by importer", refusal.Message);
    }

    [Theory]
    [InlineData(RetryRequestId.New, false)]
    [InlineData(RetryRequestId.Same, true)]
    public async Task A_Failed_Deployment_That_Is_Tried_Again_May_Bring_The_Same_Request_Id(RetryRequestId setting, bool isSame)
    {
        await using var aws = await Stacks.StartAsync(new CloudFormationBehavior { RetryRequestId = setting });
        var name = Parameter();
        name["DependsOn"] = "Job";
        var template = Template(("Job", Job()), ("Name", name));
        aws.Failures["Name"] = new();
        await aws.CreateAsync(template);
        await aws.DeleteAsync();
        aws.Failures.Clear();

        var stack = await aws.CreateAsync(template);

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        var creates = aws.Lambda.Events.Where(e => e["RequestType"]!.ToString() == "Create").Select(e => e["RequestId"]!.ToString()).ToList();
        Assert.Equal(isSame, creates[0] == creates[1]);
    }

    [Theory]
    [InlineData(RetryRequestId.New, false)]
    [InlineData(RetryRequestId.Same, true)]
    public async Task A_Failed_Update_That_Is_Tried_Again_May_Bring_The_Same_Request_Id(RetryRequestId setting, bool isSame)
    {
        await using var aws = await Stacks.StartAsync(new CloudFormationBehavior { RetryRequestId = setting });
        await aws.CreateAsync(Template(("Job", Job("""{ "Tag": "a" }"""))));
        aws.Lambda.OnEvent = e => e["ResourceProperties"]!["Tag"]!.ToString() == "b" ? FailAsync(e, "no") : SucceedAsync(e);
        await aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "b" }"""))));
        aws.Lambda.OnEvent = e => SucceedAsync(e);

        await aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "b" }"""))));

        var updates = aws.Lambda.Events.Where(e => e["RequestType"]!.ToString() == "Update").Select(e => e["RequestId"]!.ToString()).ToList();
        Assert.Equal(3, updates.Count);
        Assert.Equal(isSame, updates[0] == updates[2]);
        Assert.NotEqual(updates[0], updates[1]);
    }
}
