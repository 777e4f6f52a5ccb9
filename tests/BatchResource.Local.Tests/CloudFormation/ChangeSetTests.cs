using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Changes;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>Deployments that are planned, looked at and executed.</summary>
public sealed class ChangeSetTests
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task A_Stack_Is_Created_By_Executing_Its_Change_Set()
    {
        await using var aws = await Stacks.StartAsync();
        var sets = aws.Service.Engine.ChangeSets;

        var set = sets.Create(new("first", new("stack", Template(("Job", Job())), None)) { IsCreation = true });
        var stack = aws.Service.Engine.Find("stack")!;
        Assert.Equal(StackStatus.ReviewInProgress, stack.Status);
        Assert.Empty(aws.Lambda.Story);
        Assert.Equal((ChangeSet.CreateComplete, ChangeSetExecution.Available), (set.Status, set.ExecutionStatus));
        Assert.Equal((ChangeAction.Add, "Job", null), (Assert.Single(set.Changes).Action, set.Changes[0].LogicalId, set.Changes[0].Replacement));
        Assert.Empty(aws.Service.Engine.ResumeAll());

        await sets.BeginExecute(new("first", "stack")).Completion;

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.Equal(["Create Job"], aws.Lambda.Story);
        Assert.Equal(ChangeSetExecution.Complete, sets.Find(set.Id, null).Set.ExecutionStatus);
        Assert.Equal(["REVIEW_IN_PROGRESS: User Initiated", "CREATE_IN_PROGRESS: User Initiated", "CREATE_COMPLETE"], History(stack, "stack"));
    }

    [Fact]
    public async Task An_Update_Says_What_It_Would_Do_And_Why()
    {
        await using var aws = await Stacks.StartAsync();
        var engine = aws.Service.Engine;
        aws.Lambda.OnEvent = WithArnAsync;
        await engine.CreateAsync(Request("one", model: "a", isOld: true), CancellationToken.None);

        var set = engine.ChangeSets.Create(new("next", Request("two", model: "b", isOld: false)));

        var changes = set.Changes.ToDictionary(change => change.LogicalId);
        Assert.Equal(["Added", "After", "Job", "Name", "Old"], changes.Keys.Order());
        Assert.Equal((ChangeAction.Add, ChangeAction.Remove), (changes["Added"].Action, changes["Old"].Action));
        Assert.Equal(ResourcePolicy.Retain, changes["Old"].PolicyAction);

        var name = changes["Name"];
        Assert.Equal((ChangeAction.Modify, Replacement.True, "ReplaceAndDelete"), (name.Action, name.Replacement!.Value, name.PolicyAction));
        var named = Assert.Single(name.Details);
        Assert.Equal(("Name", Recreation.Always, ChangeSource.ParameterReference, "P"), (named.Property!, named.Recreation, named.Source, named.CausingEntity!));
        Assert.Equal(("one", "two", true), (named.Before!, named.After!, named.IsStatic));

        var job = changes["Job"];
        Assert.Equal(Replacement.Conditional, job.Replacement);
        Assert.Equal(["Properties"], job.Scope);
        Assert.Equal(
            [("Model", ChangeSource.DirectModification, null), ("Name", ChangeSource.ResourceReference, "Name")],
            job.Details.Select(detail => (detail.Property!, detail.Source, detail.CausingEntity)));
        Assert.Equal(UnknownValue.Text, job.After!["Name"]!.ToString());

        var after = Assert.Single(changes["After"].Details);
        Assert.Equal((Replacement.False, ChangeSource.ResourceAttribute, "Job.JobArn"), (changes["After"].Replacement!.Value, after.Source, after.CausingEntity!));
        Assert.False(after.IsStatic);
        Assert.Single(aws.Lambda.Story);
    }

    [Fact]
    public async Task Executing_An_Update_Does_What_Was_Planned_And_Leaves_No_Other_Change_Set()
    {
        await using var aws = await Stacks.StartAsync();
        var (engine, sets) = (aws.Service.Engine, aws.Service.Engine.ChangeSets);
        aws.Lambda.OnEvent = WithArnAsync;
        await engine.CreateAsync(Request("one", model: "a", isOld: true), CancellationToken.None);
        var other = sets.Create(new("other", Request("two", model: "c", isOld: true)));
        sets.Create(new("next", Request("two", model: "b", isOld: false)));

        await sets.BeginExecute(new("next", "stack")).Completion;

        Assert.Equal(StackStatus.UpdateComplete, engine.Find("stack")!.Status);
        Assert.Equal("b", engine.Find("stack")!.Resources["Job"].Current.Properties["Model"]!.ToString());
        Assert.Equal(["next"], sets.List("stack").Select(set => set.Name));
        Assert.Equal(ChangeSetException.NotFound, Assert.Throws<ChangeSetException>(() => sets.BeginExecute(new(other.Id))).Code);
        var again = Assert.Throws<ChangeSetException>(() => sets.BeginExecute(new("next", "stack")));
        Assert.EndsWith("cannot be executed in its current execution status of [EXECUTE_COMPLETE]", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Change_Set_Without_Changes_Has_Failed_And_Cannot_Be_Executed()
    {
        await using var aws = await Stacks.StartAsync();
        var (engine, sets) = (aws.Service.Engine, aws.Service.Engine.ChangeSets);
        aws.Lambda.OnEvent = WithArnAsync;
        await engine.CreateAsync(Request("one", model: "a", isOld: true), CancellationToken.None);

        var set = sets.Create(new("same", Request("one", model: "a", isOld: true)));

        Assert.Equal((ChangeSet.Failed, ChangeSetExecution.Unavailable), (set.Status, set.ExecutionStatus));
        Assert.Equal("The submitted information didn't contain changes. Submit different information to create a change set.", set.StatusReason);
        Assert.EndsWith(
            "cannot be executed in its current status of [FAILED]",
            Assert.Throws<ChangeSetException>(() => sets.BeginExecute(new("same", "stack"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Change_Set_For_A_Stack_That_Has_Changed_Since_Is_Obsolete()
    {
        await using var aws = await Stacks.StartAsync();
        var sets = aws.Service.Engine.ChangeSets;
        await aws.CreateAsync(Template(("Job", Job("""{ "Tag": "a" }"""))));
        sets.Create(new("next", new("stack", Template(("Job", Job("""{ "Tag": "b" }"""))), None)));
        await aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "c" }"""))));

        Assert.Equal(ChangeSetExecution.Obsolete, sets.Find("next", "stack").Set.ExecutionStatus);
        Assert.Throws<ChangeSetException>(() => sets.BeginExecute(new("next", "stack")));
        Assert.Equal(2, aws.Lambda.Events.Count);
    }

    [Fact]
    public async Task An_Execution_Without_Rollback_Keeps_What_Fails()
    {
        await using var aws = await Stacks.StartAsync();
        var (engine, sets) = (aws.Service.Engine, aws.Service.Engine.ChangeSets);
        aws.Lambda.OnEvent = e => FailAsync(e, "no", "marker");
        sets.Create(new("first", new("stack", Template(("Job", Job())), None)) { IsCreation = true });
        await sets.BeginExecute(new("first", "stack") { DisableRollback = true }).Completion;
        Assert.Equal(StackStatus.CreateFailed, engine.Find("stack")!.Status);
        Assert.Equal(ChangeSetExecution.Failed, sets.Find("first", "stack").Set.ExecutionStatus);
        aws.Lambda.OnEvent = e => SucceedAsync(e);

        var retry = sets.Create(new("retry", new("stack", Template(("Job", Job())), None)));
        Assert.Equal(ChangeAction.Add, Assert.Single(retry.Changes).Action);
        Assert.Throws<StackException>(() => sets.BeginExecute(new("retry", "stack")));
        await sets.BeginExecute(new("retry", "stack") { DisableRollback = true }).Completion;

        Assert.Equal(StackStatus.UpdateComplete, engine.Find("stack")!.Status);
        Assert.Equal(["Create Job", "Delete Job marker", "Create Job"], aws.Lambda.Story);
    }

    [Fact]
    public async Task Names_And_Kinds_Are_Checked()
    {
        await using var aws = await Stacks.StartAsync();
        var (engine, sets) = (aws.Service.Engine, aws.Service.Engine.ChangeSets);
        var request = new ChangeSetRequest("first", new("stack", Template(("Job", Job())), None));
        Assert.Throws<StackException>(() => sets.Create(request));
        sets.Create(request with { IsCreation = true });

        Assert.Equal(ChangeSetException.AlreadyExists, Assert.Throws<ChangeSetException>(() => sets.Create(request with { IsCreation = true })).Code);
        sets.Delete("first", "stack");
        sets.Delete("first", "stack");
        Assert.Empty(sets.List("stack"));
        Assert.Equal(StackStatus.ReviewInProgress, engine.Find("stack")!.Status);
        Assert.Throws<StackException>(() => engine.BeginUpdate(request.Stack));
        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync())!.Status);
        Assert.Throws<StackException>(() => sets.Delete("first", "stack"));
        await aws.CreateAsync(request.Stack.TemplateBody);
        Assert.Throws<StackException>(() => sets.Create(request with { IsCreation = true }));
    }

    [Fact]
    public async Task A_Template_That_Was_Only_Written_Differently_Changes_Nothing()
    {
        await using var aws = await Stacks.StartAsync();
        var template = Template(("Job", Job("""{ "Hours": 24 }""")));
        await aws.CreateAsync(template);
        var other = template.Replace(":24", ": \"24\"", StringComparison.Ordinal).Replace("{", "{ ", StringComparison.Ordinal);
        Assert.NotEqual(template, other);

        Assert.Null(aws.Service.Engine.BeginUpdate(new("stack", other, None)));
    }

    [Fact]
    public async Task A_Change_Of_Outputs_Tags_Or_Policies_Alone_Is_An_Update()
    {
        await using var aws = await Stacks.StartAsync();
        var engine = aws.Service.Engine;
        const string Body = """{ "Resources": { "Name": { "Type": "AWS::SSM::Parameter", "Properties": { "Value": "x" } } } }""";
        await aws.CreateAsync(Body);

        Assert.NotNull(await engine.UpdateAsync(new("stack", Body, None) { Tags = new Dictionary<string, string> { ["a"] = "b" } }, CancellationToken.None));
        Assert.Null(await engine.UpdateAsync(new("stack", Body, None), CancellationToken.None));
        var outputs = Body[..^1] + """, "Outputs": { "O": { "Value": { "Ref": "Name" } } } }""";
        Assert.Single((await aws.UpdateAsync(outputs)).Outputs);
        var retained = outputs.Replace("\"Type\"", "\"DeletionPolicy\": \"Retain\", \"Type\"", StringComparison.Ordinal);
        var set = engine.ChangeSets.Create(new("policy", new("stack", retained, None)));
        Assert.Equal(["DeletionPolicy"], Assert.Single(set.Changes).Scope);
        Assert.Equal(Replacement.False, set.Changes[0].Replacement);
    }

    private static Task<int> WithArnAsync(System.Text.Json.Nodes.JsonObject e) => SucceedAsync(e, data: new() { ["JobArn"] = "arn" });

    private static StackRequest Request(string name, string model, bool isOld)
    {
        var job = Job($$"""{ "Model": "{{model}}", "Name": { "Ref": "Name" } }""");
        var old = Parameter();
        old["DeletionPolicy"] = "Retain";
        var template = System.Text.Json.Nodes.JsonNode.Parse(Template(
            ("Name", Resource("AWS::SSM::Parameter", """{ "Name": { "Ref": "P" }, "Value": "x" }""")),
            ("Job", job),
            ("After", Resource("AWS::SSM::Parameter", """{ "Value": { "Fn::Sub": "${Job.JobArn}!" } }""")),
            (isOld ? "Old" : "Added", old)))!;
        template["Parameters"] = System.Text.Json.Nodes.JsonNode.Parse("""{ "P": { "Type": "String" } }""");
        return new("stack", template.ToJsonString(), new Dictionary<string, string> { ["P"] = name });
    }
}
