using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Changes;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Stacks;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>Change sets of a stack that look into the stacks that are nested in it.</summary>
public sealed class NestedChangeSetTests : IAsyncLifetime
{
    private const string ModelParameter = """ "Parameters": { "Model": { "Type": "String" } }, """;

    private static readonly Dictionary<string, string> None = [];

    private Stacks aws = null!;

    private StackEngine Engine => aws.Service.Engine;

    private ChangeSets Sets => Engine.ChangeSets;

    public async Task InitializeAsync()
    {
        aws = await Stacks.StartAsync();
        aws.Buckets.Create("assets");
        await UploadAsync("nested.json", Nested());
        aws.Lambda.OnEvent = e =>
            SucceedAsync(e, e["RequestType"]!.ToString() == "Delete" ? null : $"job-{e["ResourceProperties"]!["Model"]}");
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    [Fact]
    public async Task A_New_Nested_Stack_Is_Planned_In_Review_And_Created_Through_The_Root()
    {
        var root = Create(Parent("a"), isCreation: true);

        var change = root.Changes.Single(change => change.LogicalId == "Nested");
        var (stack, child) = Sets.Find(change.ChangeSetId!, null);
        Assert.Equal((ChangeAction.Add, true, null, null), (change.Action, root.IncludesNestedStacks, root.ParentId, root.RootId));
        Assert.Equal((ChangeSet.CreateComplete, ChangeSetExecution.Available), (root.Status, root.ExecutionStatus));
        Assert.Equal((root.Id, root.Id, true, true), (child.ParentId!, child.RootId!, child.IncludesNestedStacks, child.IsCreation));
        Assert.Equal(
            (ChangeSet.CreateComplete, ChangeSet.FromRootOnly, ChangeSetExecution.Unavailable),
            (child.Status, child.StatusReason!, child.ExecutionStatus));
        Assert.Equal((ChangeAction.Add, "Job"), (Assert.Single(child.Changes).Action, child.Changes[0].LogicalId));
        Assert.Equal((StackStatus.ReviewInProgress, Engine.Find("stack")!.Identity.Id), (stack.Status, stack.ParentId!));
        Assert.Empty(aws.Lambda.Story);

        await Sets.BeginExecute(new(root.Id)).Completion;

        Assert.Equal((StackStatus.CreateComplete, StackStatus.CreateComplete), (Engine.Find("stack")!.Status, stack.Status));
        Assert.Equal(stack.Identity.Id, Engine.Find("stack")!.Resources["Nested"].Current.PhysicalId);
        Assert.Equal(ChangeSetExecution.Complete, Sets.Find(child.Id, null).Set.ExecutionStatus);
        Assert.Equal(["Create Job"], aws.Lambda.Story);
        Assert.Equal(2, Engine.All.Count());
    }

    [Fact]
    public async Task A_Child_Is_Executed_And_Deleted_Through_The_Root_Only()
    {
        await aws.CreateAsync(Parent("a"));
        var root = Create(Parent("b"));
        var child = root.Changes.Single(change => change.LogicalId == "Nested").ChangeSetId!;

        var executed = Assert.Throws<ChangeSetException>(() => Sets.BeginExecute(new(child)));
        var deleted = Assert.Throws<ChangeSetException>(() => Sets.Delete(child, null));

        Assert.Equal($"ChangeSet [{child}] cannot be executed in its current execution status of [UNAVAILABLE]", executed.Message);
        Assert.Equal(ChangeSetException.InvalidStatus, executed.Code);
        Assert.Equal(ChangeSetException.InvalidStatus, deleted.Code);
        Assert.Contains(root.Id, deleted.Message, StringComparison.Ordinal);
        Sets.Delete(root.Id, null);
        Assert.Equal(ChangeSetException.NotFound, Assert.Throws<ChangeSetException>(() => Sets.Find(child, null)).Code);
        Assert.All(Engine.All, stack => Assert.Equal(StackStatus.CreateComplete, stack.Status));
    }

    [Fact]
    public void Deleting_The_Root_Deletes_The_Stacks_That_Were_There_For_Review()
    {
        var root = Create(Parent("a"), isCreation: true);

        Sets.Delete(root.Id, null);

        Assert.Equal("stack", Assert.Single(Engine.All).Identity.Name);
        Assert.Equal(StackStatus.DeleteComplete, Assert.Single(Engine.History, stack => stack.ParentId is not null).Status);
    }

    [Fact]
    public async Task Deleting_A_Stack_In_Review_Deletes_Those_That_Are_Nested_In_It()
    {
        Create(Parent("a"), isCreation: true);

        await aws.DeleteAsync();

        Assert.Empty(Engine.All);
    }

    [Fact]
    public async Task A_Replacement_In_A_Nested_Stack_Shows_In_Its_Own_Change_Set()
    {
        await aws.CreateAsync(Parent("a"));

        var root = Create(Parent("b"));

        var change = root.Changes.Single(change => change.LogicalId == "Nested");
        Assert.Equal((ChangeAction.Modify, Replacement.False), (change.Action, change.Replacement!.Value));
        var job = Assert.Single(Sets.Find(change.ChangeSetId!, null).Set.Changes);
        Assert.Equal(("Job", Replacement.Conditional), (job.LogicalId, job.Replacement!.Value));
        Assert.Equal((ChangeSource.ParameterReference, "Model"), (job.Details[0].Source, job.Details[0].CausingEntity!));
        Assert.Equal(Replacement.False, root.Changes.Single(other => other.LogicalId == "After").Replacement);

        await Sets.BeginExecute(new(root.Id)).Completion;

        Assert.Equal(["Create Job", "Update Job job-a", "Delete Job job-a"], aws.Lambda.Story);
        Assert.Equal(ChangeSetExecution.Complete, Sets.Find(change.ChangeSetId!, null).Set.ExecutionStatus);
    }

    [Fact]
    public async Task A_Root_Without_Changes_Of_Its_Own_Shows_Those_Behind_The_Same_Template_Url()
    {
        await aws.CreateAsync(Parent("a"));
        await UploadAsync("nested.json", Nested(""" , "More": { "Type": "AWS::SNS::Topic" } """));

        var root = Create(Parent("a"));

        var change = root.Changes.Single(change => change.LogicalId == "Nested");
        var detail = Assert.Single(change.Details);
        Assert.Equal((ChangeSource.Automatic, false, null), (detail.Source, detail.IsStatic, detail.Property));
        var more = Assert.Single(Sets.Find(change.ChangeSetId!, null).Set.Changes);
        Assert.Equal((ChangeAction.Add, "More"), (more.Action, more.LogicalId));

        await Sets.BeginExecute(new(root.Id)).Completion;

        Assert.Equal(StackStatus.UpdateComplete, Engine.Find("stack")!.Status);
        Assert.Contains("More", Child.Resources.Keys);
        Assert.Equal(["Create Job"], aws.Lambda.Story);
    }

    [Fact]
    public async Task An_Update_Looks_Behind_The_Same_Template_Url_Too()
    {
        await aws.CreateAsync(Parent("a"));
        Assert.Null(await Engine.UpdateAsync(new("stack", Parent("a"), None), CancellationToken.None));
        await UploadAsync("nested.json", Nested(""" , "More": { "Type": "AWS::SNS::Topic" } """));

        var parent = await aws.UpdateAsync(Parent("a"));

        Assert.Equal((StackStatus.UpdateComplete, StackStatus.UpdateComplete), (parent.Status, Child.Status));
        Assert.Contains("More", Child.Resources.Keys);
    }

    [Fact]
    public async Task A_Nested_Stack_That_Stays_Has_No_Change_Set()
    {
        await aws.CreateAsync(Parent("a"));

        var root = Create(Parent("a", extra: ("Topic", Resource("AWS::SNS::Topic", "{}"))));

        Assert.Equal("Topic", Assert.Single(root.Changes).LogicalId);
        Assert.Empty(Child.ChangeSets);
        Assert.Equal(ChangeSet.NoChanges, Create(Parent("a"), name: "same").StatusReason);
    }

    [Fact]
    public void A_Child_That_Fails_Fails_The_Root_Which_Names_It()
    {
        var root = Create(Parent("a").Replace("nested.json", "none.json", StringComparison.Ordinal), isCreation: true);

        var child = root.Changes.Single(change => change.LogicalId == "Nested").ChangeSetId!;
        Assert.Equal((ChangeSet.Failed, ChangeSetExecution.Unavailable), (root.Status, root.ExecutionStatus));
        Assert.Equal($"Nested change set {child} was not successfully created: Currently in FAILED.", root.StatusReason);
        var failed = Sets.Find(child, null).Set;
        Assert.Equal(ChangeSet.Failed, failed.Status);
        Assert.Equal("S3 error: The specified key does not exist: s3://assets/none.json", failed.StatusReason);
        Sets.Delete(root.Id, null);
        Assert.Single(Engine.All);
    }

    [Fact]
    public async Task A_Value_That_Is_Only_Known_Later_Is_Not_Held_Against_Its_Parameter()
    {
        await UploadAsync("nested.json", Nested().Replace(
            """ "Model": { "Type": "String" }""", """ "Model": { "Type": "String", "AllowedPattern": "job-[a-z]" }""", StringComparison.Ordinal));
        var template = Parent("a", extra: ("Other", Job("""{ "Model": "b" }""")))
            .Replace("\"Model\":\"a\"", """ "Model": { "Ref": "Other" } """, StringComparison.Ordinal);

        var root = Create(template, isCreation: true);

        Assert.Equal((ChangeSet.CreateComplete, null), (root.Status, root.StatusReason));
        await Sets.BeginExecute(new(root.Id)).Completion;
        Assert.Equal(StackStatus.CreateComplete, Engine.Find("stack")!.Status);
        Assert.Equal("job-b", Child.Resources["Job"].Current.Properties["Model"]!.ToString());
    }

    [Fact]
    public async Task Stacks_That_An_Execution_Has_Not_Reached_Do_Not_Stay_In_Review()
    {
        aws.Failures["Topic"] = new();
        var root = Create(
            Parent("a", extra: ("Topic", Resource("AWS::SNS::Topic", "{}")), nestedDependsOn: "Topic"), isCreation: true);

        await Sets.BeginExecute(new(root.Id)).Completion;

        Assert.Equal(StackStatus.RollbackComplete, Assert.Single(Engine.All).Status);
        Assert.Empty(aws.Lambda.Story);
    }

    [Fact]
    public async Task A_Stack_Two_Levels_Down_Belongs_To_The_Outermost_Change_Set()
    {
        var inMiddle = Parent("a").Replace("\"a\"", """{ "Ref": "Model" }""", StringComparison.Ordinal);
        await UploadAsync("middle.json", $"{{ {ModelParameter} {inMiddle[1..]}");
        var outermost = Parent("a").Replace("nested.json", "middle.json", StringComparison.Ordinal);
        var withoutOutput = Template(("Nested", JsonNode.Parse(outermost)!["Resources"]!["Nested"]!.AsObject()));

        var root = Create(withoutOutput, isCreation: true);

        var middle = Sets.Find(root.Changes[0].ChangeSetId!, null).Set;
        var inner = Sets.Find(middle.Changes.Single(change => change.LogicalId == "Nested").ChangeSetId!, null).Set;
        Assert.Equal((middle.Id, root.Id), (inner.ParentId!, inner.RootId!));
        await Sets.BeginExecute(new(root.Id)).Completion;
        Assert.Equal(3, Engine.All.Count(stack => stack.Status == StackStatus.CreateComplete));
        Assert.Equal(["Create Job"], aws.Lambda.Story);
        await aws.DeleteAsync();
        Assert.Empty(Engine.All);
    }

    [Fact]
    public async Task An_Update_Of_A_Nested_Stack_Makes_Its_Root_Obsolete()
    {
        await aws.CreateAsync(Parent("a"));
        var root = Create(Parent("b"));

        await aws.UpdateAsync(Parent("c"));

        Assert.Equal(ChangeSetExecution.Obsolete, Sets.Find(root.Id, null).Set.ExecutionStatus);
    }

    [Fact]
    public async Task Executing_One_Change_Set_Deletes_The_Others_With_Their_Children()
    {
        await aws.CreateAsync(Template(("Topic", Resource("AWS::SNS::Topic", "{}"))));
        Create(Parent("a"), name: "other");
        var root = Create(Parent("b"));
        Assert.Equal(3, Engine.All.Count());

        await Sets.BeginExecute(new(root.Id)).Completion;

        Assert.Equal(2, Engine.All.Count());
        Assert.Equal("b", Child.Resources["Job"].Current.Properties["Model"]!.ToString());
    }

    private StackState Child => Engine.All.Single(stack => stack.ParentId is not null);

    private ChangeSet Create(string template, bool isCreation = false, string name = "first") =>
        Sets.Create(new(name, new("stack", template, None)) { IsCreation = isCreation, IncludesNestedStacks = true });

    private async Task UploadAsync(string key, string template)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, template);
        aws.Buckets.Upload("assets", key, file);
        File.Delete(file);
    }

    private static string Nested(string more = "") => $$"""
        {
          {{ModelParameter}}
          "Resources": {
            "Job": { "Type": "Custom::Job", "Properties": { "ServiceToken": "{{Provider}}", "Model": { "Ref": "Model" } } }{{more}}
          },
          "Outputs": { "Arn": { "Value": { "Ref": "Job" } } }
        }
        """;

    private static string Parent(
        string model, (string LogicalId, JsonObject Declaration)? extra = null, string? nestedDependsOn = null)
    {
        var nested = Resource("AWS::CloudFormation::Stack", $$"""
            { "TemplateURL": "https://s3.us-east-1.amazonaws.com/assets/nested.json", "Parameters": { "Model": "{{model}}" } }
            """);
        if (nestedDependsOn is not null)
            nested["DependsOn"] = nestedDependsOn;
        var after = Resource("AWS::SSM::Parameter", """{ "Value": { "Fn::GetAtt": ["Nested", "Outputs.Arn"] } }""");
        return extra is { } more ? Template(("Nested", nested), ("After", after), more) : Template(("Nested", nested), ("After", after));
    }
}
