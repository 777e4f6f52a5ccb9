using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>Deployments that stay as they are when a resource fails.</summary>
public sealed class NoRollbackTests
{
    [Fact]
    public async Task A_Failed_Creation_Stays_With_What_It_Has_Created_And_Independent_Resources_Go_On()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Failures["Name"] = new();
        var (late, dependent) = (Job(), Parameter());
        (late["DependsOn"], dependent["DependsOn"]) = ("Other", "Name");
        aws.Lambda.OnEvent = e => SucceedAsync(e);

        var stack = await aws.CreateKeptAsync(Template(("Name", Parameter()), ("Other", Parameter()), ("Job", late), ("Dependent", dependent)));

        Assert.Equal(StackStatus.CreateFailed, stack.Status);
        Assert.Equal("The following resource(s) failed to create: [Name].", stack.StatusReason);
        Assert.Equal(ResourceStatus.CreateComplete, stack.Resources["Job"].Status);
        Assert.Equal(ResourceStatus.CreateFailed, stack.Resources["Name"].Status);
        Assert.False(stack.Resources.ContainsKey("Dependent"));
        Assert.Equal(["Create Job"], aws.Lambda.Story);
    }

    [Theory]
    [InlineData(FailedCreation.IsDeletedBeforeTheRetry, "Create Job", "Delete Job marker", "Create Job")]
    [InlineData(FailedCreation.IsDeletedAfterTheRetry, "Create Job", "Create Job", "Delete Job marker")]
    public async Task What_Failed_To_Be_Created_Is_Deleted_Upon_The_Next_Operation(FailedCreation order, params string[] story)
    {
        await using var aws = await Stacks.StartAsync(new() { FailedCreation = order });
        await CreateWithRefusedJobAsync(aws, "a");

        var stack = await aws.UpdateKeptAsync(Template(("Job", Job("""{ "Model": "b" }"""))));

        Assert.Equal(StackStatus.UpdateComplete, stack.Status);
        Assert.Equal(story, aws.Lambda.Story);
        Assert.Equal("Job-1", stack.Resources["Job"].Current.PhysicalId);
        Assert.Empty(stack.Resources["Job"].Superseded);
        Assert.Equal("a", aws.Lambda.Events.Single(e => e["RequestType"]!.ToString() == "Delete")["ResourceProperties"]!["Model"]!.ToString());
    }

    [Theory]
    [InlineData(FailedCreation.IsDeletedBeforeTheRetry)]
    [InlineData(FailedCreation.IsDeletedAfterTheRetry)]
    public async Task Every_Copy_That_Failed_Is_Deleted_Once_However_Often_It_Was_Tried(FailedCreation order)
    {
        await using var aws = await Stacks.StartAsync(new() { FailedCreation = order });
        var tries = 0;
        aws.Lambda.OnEvent = e => e["RequestType"]!.ToString() == "Create" && ++tries < 4 ? FailAsync(e, "no", $"marker{tries}") : SucceedAsync(e);
        var job = Job();
        (job["UpdateReplacePolicy"], job["DeletionPolicy"]) = ("Retain", "Retain");

        await aws.CreateKeptAsync(Template(("Job", job)));
        Assert.Equal(StackStatus.UpdateFailed, (await aws.UpdateKeptAsync(Template(("Job", job)))).Status);
        await aws.UpdateKeptAsync(Template(("Job", job)));
        Assert.Equal(StackStatus.UpdateComplete, (await aws.UpdateKeptAsync(Template(("Job", job)))).Status);

        Assert.Equal(
            ["Delete Job marker1", "Delete Job marker2", "Delete Job marker3"],
            aws.Lambda.Story.Where(line => line.StartsWith("Delete", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData(FailedUpdate.CountsAsUpdated, "b", 0)]
    [InlineData(FailedUpdate.CountsAsBefore, "a", 0)]
    [InlineData(FailedUpdate.IsTakenBack, "a", 1)]
    public async Task A_Failed_Update_Stays_And_Is_Tried_Again_From_What_The_Switch_Says(FailedUpdate setting, string old, int restores)
    {
        await using var aws = await Stacks.StartAsync(new() { FailedUpdate = setting });
        await aws.CreateAsync(Template(("Job", Job("""{ "Tag": "a" }"""))));
        aws.Lambda.OnEvent = e => e["ResourceProperties"]!["Tag"]!.ToString() == "b" ? FailAsync(e, "no") : SucceedAsync(e);
        var failed = await aws.UpdateKeptAsync(Template(("Job", Job("""{ "Tag": "b" }"""))));
        Assert.Equal(StackStatus.UpdateFailed, failed.Status);
        Assert.Equal(ResourceStatus.UpdateFailed, failed.Resources["Job"].Status);
        Assert.Equal(2 + restores, aws.Lambda.Events.Count);
        aws.Lambda.OnEvent = e => SucceedAsync(e);

        var stack = await aws.UpdateKeptAsync(Template(("Job", Job("""{ "Tag": "b" }"""))));

        Assert.Equal(StackStatus.UpdateComplete, stack.Status);
        var retry = aws.Lambda.Events[^1];
        Assert.Equal(("Update", old), (retry["RequestType"]!.ToString(), retry["OldResourceProperties"]!["Tag"]!.ToString()));
        Assert.Equal("b", stack.Resources["Job"].Current.Properties["Tag"]!.ToString());
    }

    [Fact]
    public async Task What_A_Kept_Update_Replaced_Is_Deleted_When_A_Later_One_Succeeds()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Model": "a" }""")), ("Name", Parameter())));
        aws.Failures["Name"] = new() { Operations = FailingOperations.Update };
        aws.Lambda.OnEvent = e => SucceedAsync(e, e["RequestType"]!.ToString() == "Update" ? $"Job-{e["ResourceProperties"]!["Model"]}" : null);
        var next = Template(("Job", Job("""{ "Model": "b" }""")), ("Name", Parameter("y")));

        var failed = await aws.UpdateKeptAsync(next);
        Assert.Equal((StackStatus.UpdateFailed, "Job-b"), (failed.Status, failed.Resources["Job"].Current.PhysicalId!));
        aws.Failures.Clear();
        var stack = await aws.UpdateKeptAsync(next);

        Assert.Equal(StackStatus.UpdateComplete, stack.Status);
        Assert.Equal(["Create Job", "Update Job Job-1", "Delete Job Job-1"], aws.Lambda.Story);
    }

    [Fact]
    public async Task RollbackStack_Goes_Back_To_Where_The_Stack_Was_Before_The_First_Kept_Update()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Model": "a" }""")), ("Name", Parameter())));
        aws.Failures["Name"] = new() { Operations = FailingOperations.Update };
        aws.Lambda.OnEvent = e => SucceedAsync(e, e["RequestType"]!.ToString() == "Update" ? $"Job-{e["ResourceProperties"]!["Model"]}" : null);
        await aws.UpdateKeptAsync(Template(("Job", Job("""{ "Model": "b" }""")), ("Name", Parameter("y"))));
        await aws.UpdateKeptAsync(Template(("Job", Job("""{ "Model": "c" }""")), ("Name", Parameter("z"))));

        var stack = await aws.Service.Engine.BeginRollback(new("stack")).WaitAsync();

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Equal("a", stack.Resources["Job"].Current.Properties["Model"]!.ToString());
        Assert.Equal("x", stack.Resources["Name"].Current.Properties["Value"]!.ToString());
        Assert.Equal(
            ["Create Job", "Update Job Job-1", "Update Job Job-b", "Update Job Job-c", "Delete Job Job-1", "Delete Job Job-b", "Delete Job Job-c"],
            aws.Lambda.Story);
    }

    [Fact]
    public async Task RollbackStack_Of_A_Failed_Creation_Deletes_Everything()
    {
        await using var aws = await Stacks.StartAsync();
        await CreateWithRefusedJobAsync(aws, "a");

        var stack = await aws.Service.Engine.BeginRollback(new("stack")).WaitAsync();

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Equal(["Create Job", "Delete Job marker"], aws.Lambda.Story);
        Assert.Throws<StackException>(() => aws.Service.Engine.BeginRollback(new("stack")));
    }

    [Fact]
    public async Task A_Paused_Stack_Is_Updated_Only_Without_Rollback()
    {
        await using var aws = await Stacks.StartAsync();
        await CreateWithRefusedJobAsync(aws, "a");

        var refusal = await Assert.ThrowsAsync<StackException>(() => aws.UpdateAsync(Template(("Job", Job()))));

        Assert.StartsWith("This stack is currently in a non-terminal [CREATE_FAILED] state.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnFailure_Decides_What_Becomes_Of_A_Failed_Creation()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Failures["Name"] = new();
        var template = Template(("Name", Parameter()));
        var none = new Dictionary<string, string>();

        var left = await aws.Service.Engine.CreateAsync(new("left", template, none) { OnFailure = OnFailure.DoNothing }, CancellationToken.None);
        var gone = await aws.Service.Engine.CreateAsync(new("gone", template, none) { OnFailure = OnFailure.Delete }, CancellationToken.None);

        Assert.Equal((StackStatus.CreateFailed, StackStatus.DeleteComplete), (left.Status, gone.Status));
        var refusal = Assert.Throws<StackException>(() =>
            aws.Service.Engine.BeginUpdate(new("left", template, none) { OnFailure = OnFailure.Keep }));
        Assert.Contains("because it contains [on-failure: DO_NOTHING]", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReplacementWithoutRollback.IsRefused, StackStatus.UpdateFailed)]
    [InlineData(ReplacementWithoutRollback.IsAllowed, StackStatus.UpdateComplete)]
    public async Task A_Known_Replacement_May_Be_Refused_Without_Rollback(ReplacementWithoutRollback setting, string expected)
    {
        await using var aws = await Stacks.StartAsync(new() { ReplacementWithoutRollback = setting });
        await aws.CreateAsync(Template(("Name", Resource("AWS::SSM::Parameter", """{ "Name": "one", "Value": "x" }"""))));

        var stack = await aws.UpdateKeptAsync(Template(("Name", Resource("AWS::SSM::Parameter", """{ "Name": "two", "Value": "x" }"""))));

        Assert.Equal(expected, stack.Status);
        Assert.Equal(
            setting == ReplacementWithoutRollback.IsRefused,
            History(stack, "Name").Contains("UPDATE_FAILED: Replacement type updates not supported on stack with disable-rollback."));
    }

    [Theory]
    [InlineData(RetryRequestId.Same, true)]
    [InlineData(RetryRequestId.New, false)]
    public async Task A_Retry_May_Bring_The_Request_Id_Of_The_Failed_Creation(RetryRequestId setting, bool isSame)
    {
        await using var aws = await Stacks.StartAsync(new() { RetryRequestId = setting });
        await CreateWithRefusedJobAsync(aws, "a");
        await aws.UpdateKeptAsync(Template(("Job", Job("""{ "Model": "b" }"""))));

        var ids = aws.Lambda.Events.Where(e => e["RequestType"]!.ToString() == "Create").Select(e => e["RequestId"]!.ToString());

        Assert.Equal(isSame ? 1 : 2, ids.Distinct().Count());
    }

    private static async Task CreateWithRefusedJobAsync(Stacks aws, string model)
    {
        aws.Lambda.OnEvent = e => FailAsync(e, "refused", "marker");
        var stack = await aws.CreateKeptAsync(Template(("Job", Job($$"""{ "Model": "{{model}}" }"""))));
        Assert.Equal(StackStatus.CreateFailed, stack.Status);
        aws.Lambda.OnEvent = e => SucceedAsync(e);
    }
}
