using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.S3;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>Stacks in stacks, whose templates are assets.</summary>
public sealed class NestedStackTests
{
    [Fact]
    public async Task A_Nested_Stack_Gets_Parameters_Gives_Outputs_And_Goes_With_Its_Parent()
    {
        await using var aws = await Stacks.StartAsync();
        Upload(aws);

        var parent = await aws.CreateAsync(Parent("a"));

        Assert.Equal(StackStatus.CreateComplete, parent.Status);
        var child = Child(aws);
        Assert.Equal((child.Identity.Id, "Job-1"), (parent.Resources["Nested"].Current.PhysicalId!, parent.Resources["After"].Current.Properties["Value"]!.ToString()));
        Assert.Matches("^stack-Nested-[A-Z0-9]{12}$", child.Identity.Name);
        Assert.Equal((parent.Identity.Id, parent.Identity.Id, StackStatus.CreateComplete), (child.ParentId!, child.RootId!, child.Status));
        Assert.Equal("a", child.Resources["Job"].Current.Properties["Model"]!.ToString());

        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync())!.Status);
        Assert.False(child.Exists);
        Assert.Equal(["Create Job", "Delete Job Job-1"], aws.Lambda.Story);
    }

    [Fact]
    public async Task A_Failed_Nested_Stack_Fails_Its_Parent_Which_Deletes_It()
    {
        await using var aws = await Stacks.StartAsync();
        Upload(aws);
        aws.Lambda.OnEvent = e => FailAsync(e, "no", "marker");

        var parent = await aws.CreateAsync(Parent("a"));

        var child = Child(aws);
        Assert.Equal((StackStatus.RollbackFailed, StackStatus.DeleteFailed), (parent.Status, child.Status));
        Assert.Contains(
            $"CREATE_FAILED: Embedded stack {child.Identity.Id} was not successfully created: The following resource(s) failed to create: [Job].",
            History(parent, "Nested"));
        aws.Lambda.OnEvent = e => SucceedAsync(e);
        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync())!.Status);
        Assert.False(child.Exists);
    }

    [Fact]
    public async Task What_An_Update_Replaced_In_A_Nested_Stack_Is_Deleted_When_The_Parent_Has_Succeeded()
    {
        await using var aws = await Stacks.StartAsync();
        Upload(aws);
        aws.Lambda.OnEvent = AnswerByModel;
        await aws.CreateAsync(Parent("a"));

        var parent = await aws.UpdateAsync(Parent("b"));

        Assert.Equal((StackStatus.UpdateComplete, StackStatus.UpdateComplete), (parent.Status, Child(aws).Status));
        Assert.Equal(["Create Job", "Update Job job-a", "Delete Job job-a"], aws.Lambda.Story);
        Assert.Equal("job-b", parent.Resources["After"].Current.Properties["Value"]!.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_An_Update_Replaced_In_A_Nested_Stack_Is_There_Again_When_The_Parent_Is_Rolled_Back(bool isKept)
    {
        await using var aws = await Stacks.StartAsync();
        Upload(aws);
        aws.Lambda.OnEvent = AnswerByModel;
        await aws.CreateAsync(Parent("a"));
        aws.Failures["After"] = new() { Operations = FailingOperations.Update };

        var parent = isKept ? await aws.UpdateKeptAsync(Parent("b")) : await aws.UpdateAsync(Parent("b"));
        if (isKept)
        {
            Assert.Equal((StackStatus.UpdateFailed, StackStatus.UpdateCompleteCleanupInProgress), (parent.Status, Child(aws).Status));
            aws.Failures.Clear();
            await aws.Service.Engine.BeginRollback(new("stack")).Completion;
        }

        Assert.Equal((StackStatus.UpdateRollbackComplete, StackStatus.UpdateRollbackComplete), (parent.Status, Child(aws).Status));
        Assert.Equal(["Create Job", "Update Job job-a", "Update Job job-b", "Delete Job job-b"], aws.Lambda.Story);
        Assert.Equal("job-a", parent.Resources["After"].Current.Properties["Value"]!.ToString());
    }

    [Fact]
    public async Task A_Nested_Stack_That_Is_Updated_By_Itself_Waits_For_No_Parent()
    {
        await using var aws = await Stacks.StartAsync();
        Upload(aws);
        aws.Lambda.OnEvent = AnswerByModel;
        await aws.CreateAsync(Parent("a"));
        var child = Child(aws);

        var request = new StackRequest(child.Identity.Id, child.TemplateBody, new Dictionary<string, string> { ["Model"] = "b" });
        await aws.Service.Engine.UpdateAsync(request, CancellationToken.None);

        Assert.Equal(StackStatus.UpdateComplete, child.Status);
        Assert.Equal(["Create Job", "Update Job job-a", "Delete Job job-a"], aws.Lambda.Story);
        var parent = await aws.UpdateAsync(Parent("c"));
        Assert.Equal((StackStatus.UpdateComplete, StackStatus.UpdateComplete), (parent.Status, child.Status));
        Assert.Equal("job-c", parent.Resources["After"].Current.Properties["Value"]!.ToString());
    }

    [Fact]
    public async Task A_Resource_Of_A_Nested_Stack_Is_Skipped_By_The_Name_Of_Its_Stack()
    {
        await using var aws = await Stacks.StartAsync();
        Upload(aws);
        aws.Lambda.OnEvent = AnswerByModel;
        await aws.CreateAsync(Parent("a"));
        aws.Failures["After"] = new() { Operations = FailingOperations.Update };
        aws.Failures["Job"] = new() { Operations = FailingOperations.Rollback };
        var parent = await aws.UpdateAsync(Parent("b"));
        var child = Child(aws);
        Assert.Equal((StackStatus.UpdateRollbackFailed, StackStatus.UpdateRollbackFailed), (parent.Status, child.Status));

        var refusal = Assert.Throws<StackException>(() => Continue("Nested.Job"));
        await Continue($"{child.Identity.Name}.Job").Completion;

        Assert.EndsWith("got [Nested.Job]", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((StackStatus.UpdateRollbackComplete, StackStatus.UpdateRollbackComplete), (parent.Status, child.Status));
        Assert.Equal("a", child.Resources["Job"].Current.Properties["Model"]!.ToString());

        StackRun Continue(string skipped) =>
            aws.Service.Engine.BeginContinueRollback(new("stack") { ResourcesToSkip = new HashSet<string> { skipped } });
    }

    [Fact]
    public async Task A_Failure_Beside_A_Nested_Stack_Cancels_What_Runs_In_It()
    {
        await using var aws = await Stacks.StartAsync();
        Upload(aws);
        var started = new TaskCompletionSource();
        aws.Failures["Name"] = new() { When = started.Task };
        aws.Lambda.OnEvent = e =>
        {
            started.TrySetResult();
            return e["RequestType"]!.ToString() == "Create" ? Task.CompletedTask : SucceedAsync(e);
        };
        var template = JsonNode.Parse(Parent("a"))!;
        template["Resources"]!["Name"] = Parameter();

        var parent = await aws.CreateAsync(template.ToJsonString());

        Assert.Equal((StackStatus.RollbackComplete, false), (parent.Status, Child(aws).Exists));
        Assert.Contains("CREATE_FAILED: Resource creation cancelled", History(Child(aws), "Job"));
    }

    [Fact]
    public async Task A_Process_That_Was_Killed_Leaves_No_Nested_Stack_Behind()
    {
        var aws = await Stacks.StartAsync();
        Upload(aws);
        var started = new TaskCompletionSource();
        aws.Lambda.OnEvent = _ =>
        {
            started.TrySetResult();
            return Task.CompletedTask;
        };
        var run = aws.Service.Engine.BeginCreate(new("stack", Parent("a"), new Dictionary<string, string>()));
        await started.Task;
        var child = Child(aws);
        await aws.DisposeAsync();
        await using var next = await Stacks.StartAsync();
        next.Service.Engine.Restore(run.Stack);
        next.Service.Engine.Restore(child);

        Assert.Equal((StackStatus.CreateInProgress, StackStatus.CreateInProgress), (run.Stack.Status, child.Status));
        await Assert.Single(next.Service.Engine.ResumeAll()).Completion;

        Assert.Equal((StackStatus.RollbackComplete, false), (run.Stack.Status, child.Exists));
    }

    [Theory]
    [InlineData("https://s3.us-east-1.amazonaws.com/bucket/a/b.json", "bucket", "a/b.json")]
    [InlineData("https://s3.amazonaws.com/bucket/b.json", "bucket", "b.json")]
    [InlineData("https://bucket.s3.us-east-1.amazonaws.com/b%20c.json", "bucket", "b c.json")]
    [InlineData("https://my.bucket.s3-eu-west-1.amazonaws.com/b.json", "my.bucket", "b.json")]
    [InlineData("http://127.0.0.1:4566/bucket/b.json", "bucket", "b.json")]
    public void A_Template_Is_Found_In_Each_Form_Of_Its_Url(string url, string bucket, string key) =>
        Assert.Equal((bucket, key), (S3Location.Find(url)!.Bucket, S3Location.Find(url)!.Key));

    [Theory]
    [InlineData("s3://bucket/b.json")]
    [InlineData("https://s3.amazonaws.com/bucket")]
    [InlineData("bucket/b.json")]
    public void Other_Texts_Are_No_Url_Of_A_Template(string url) => Assert.Null(S3Location.Find(url));

    private static Task<int> AnswerByModel(JsonObject e) =>
        SucceedAsync(e, e["RequestType"]!.ToString() == "Delete" ? null : $"job-{e["ResourceProperties"]!["Model"]}");

    private static StackState Child(Stacks aws) => aws.Service.Engine.History.Single(stack => stack.ParentId is not null);

    private static void Upload(Stacks aws)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $$"""
            {
              "Parameters": { "Model": { "Type": "String" } },
              "Resources": { "Job": { "Type": "Custom::Job", "Properties": { "ServiceToken": "{{Provider}}", "Model": { "Ref": "Model" } } } },
              "Outputs": { "Arn": { "Value": { "Ref": "Job" } } }
            }
            """);
        aws.Buckets.Create("assets");
        aws.Buckets.Upload("assets", "nested.json", file);
        File.Delete(file);
    }

    private static string Parent(string model) => Template(
        ("Nested", Resource("AWS::CloudFormation::Stack", $$"""
            {
              "TemplateURL": { "Fn::Sub": "https://s3.${AWS::Region}.${AWS::URLSuffix}/assets/nested.json" },
              "Parameters": { "Model": "{{model}}" }
            }
            """)),
        ("After", Resource("AWS::SSM::Parameter", """{ "Value": { "Fn::GetAtt": ["Nested", "Outputs.Arn"] } }""")));
}
