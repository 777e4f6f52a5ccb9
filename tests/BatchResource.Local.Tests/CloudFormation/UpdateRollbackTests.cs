using BatchResource.Local.CloudFormation;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class UpdateRollbackTests
{
    [Fact]
    public async Task An_Update_That_Failed_Under_The_Same_Id_Is_Taken_Back_With_Old_And_New_Swapped()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Tag": "a" }"""))));
        aws.Lambda.OnEvent = e => e["ResourceProperties"]!["Tag"]!.ToString() == "b" ? FailAsync(e, "no") : SucceedAsync(e);

        var stack = await aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "b" }"""))));

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Equal(["Create Job", "Update Job Job-1", "Update Job Job-1"], aws.Lambda.Story);
        var rollback = aws.Lambda.Events[2];
        Assert.Equal("a", rollback["ResourceProperties"]!["Tag"]!.ToString());
        Assert.Equal("b", rollback["OldResourceProperties"]!["Tag"]!.ToString());
        Assert.Equal("a", stack.Resources["Job"].Current.Properties["Tag"]!.ToString());
        Assert.Equal(
            [
                "UPDATE_IN_PROGRESS: User Initiated",
                "UPDATE_ROLLBACK_IN_PROGRESS: The following resource(s) failed to update: [Job].",
                "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                "UPDATE_ROLLBACK_COMPLETE",
            ],
            History(stack, "stack").Skip(2));
    }

    [Fact]
    public async Task An_Update_That_Failed_Under_Another_Id_Is_Taken_Back_From_There_And_That_One_Is_Deleted()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Model": "a" }"""))));
        aws.Lambda.OnEvent = e => e["RequestType"]!.ToString() switch
        {
            "Update" when e["ResourceProperties"]!["Model"]!.ToString() == "b" => FailAsync(e, "no", "Job-2"),
            "Update" => SucceedAsync(e, "Job-1"),
            _ => SucceedAsync(e),
        };

        var stack = await aws.UpdateAsync(Template(("Job", Job("""{ "Model": "b" }"""))));

        Assert.Equal(["Create Job", "Update Job Job-1", "Update Job Job-2", "Delete Job Job-2"], aws.Lambda.Story);
        Assert.Equal("Job-1", stack.Resources["Job"].Current.PhysicalId);
        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
    }

    [Theory]
    [InlineData(RollbackPhysicalId.Replacement, "Job-2")]
    [InlineData(RollbackPhysicalId.Original, "Job-1")]
    public async Task A_Replacement_Is_Taken_Back_When_Another_Resource_Fails(RollbackPhysicalId setting, string expected)
    {
        await using var aws = await Stacks.StartAsync(new() { RollbackPhysicalId = setting });
        await aws.CreateAsync(JobThenName("a"));
        aws.Failures["Name"] = new() { Operations = FailingOperations.Update };
        aws.Lambda.OnEvent = e => e["RequestType"]!.ToString() switch
        {
            "Update" => SucceedAsync(e, e["ResourceProperties"]!["Model"]!.ToString() == "b" ? "Job-2" : "Job-1"),
            _ => SucceedAsync(e),
        };

        var stack = await aws.UpdateAsync(JobThenName("b"));

        Assert.Equal(["Create Job", "Update Job Job-1", $"Update Job {expected}", "Delete Job Job-2"], aws.Lambda.Story);
        Assert.Equal("Job-1", stack.Resources["Job"].Current.PhysicalId);
        Assert.Equal("a", stack.Resources["Job"].Current.Properties["Model"]!.ToString());
        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
    }

    [Fact]
    public async Task A_Rollback_That_Makes_A_Third_Resource_Deletes_Both_Others()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(JobThenName("a"));
        aws.Failures["Name"] = new() { Operations = FailingOperations.Update };
        var updates = 1;
        aws.Lambda.OnEvent = e => e["RequestType"]!.ToString() == "Update" ? SucceedAsync(e, $"Job-{++updates}") : SucceedAsync(e);

        var stack = await aws.UpdateAsync(JobThenName("b"));

        Assert.Equal("Job-3", stack.Resources["Job"].Current.PhysicalId);
        Assert.Equal(["Delete Job Job-1", "Delete Job Job-2"], aws.Lambda.Story.Where(line => line.StartsWith("Delete", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_The_Update_Had_Created_Is_Deleted_In_The_Clean_Up()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Name", Parameter())));
        aws.Failures["Name"] = new() { Operations = FailingOperations.Update };
        var name = Parameter("y");
        name["DependsOn"] = "Job";

        var stack = await aws.UpdateAsync(Template(("Job", Job()), ("Name", name)));

        Assert.Equal(["Create Job", "Delete Job Job-1"], aws.Lambda.Story);
        Assert.False(stack.Resources.ContainsKey("Job"));
        Assert.Equal("x", stack.Resources["Name"].Current.Properties["Value"]!.ToString());
    }

    [Fact]
    public async Task Resources_That_The_Update_Did_Not_Reach_Get_No_Event()
    {
        await using var aws = await Stacks.StartAsync();
        var before = Job("""{ "Tag": "a" }""");
        var after = Job("""{ "Tag": "b" }""");
        (before["DependsOn"], after["DependsOn"]) = ("Name", "Name");
        await aws.CreateAsync(Template(("Job", before), ("Name", Parameter())));
        aws.Failures["Name"] = new() { Operations = FailingOperations.Update };

        var stack = await aws.UpdateAsync(Template(("Job", after), ("Name", Parameter("y"))));

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Equal(["Create Job"], aws.Lambda.Story);
    }

    [Fact]
    public async Task A_Rollback_That_Fails_Ends_In_UPDATE_ROLLBACK_FAILED()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Tag": "a" }"""))));
        aws.Lambda.OnEvent = e => FailAsync(e, "no");

        var stack = await aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "b" }"""))));

        Assert.Equal(StackStatus.UpdateRollbackFailed, stack.Status);
        Assert.Equal("The following resource(s) failed to update: [Job].", stack.StatusReason);
    }

    [Fact]
    public async Task An_Update_After_A_Rollback_Starts_From_The_Old_Properties()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(JobThenName("a"));
        aws.Failures["Name"] = new() { Operations = FailingOperations.Update };
        await aws.UpdateAsync(JobThenName("b"));
        aws.Failures.Clear();

        var stack = await aws.UpdateAsync(JobThenName("b"));

        Assert.Equal(StackStatus.UpdateComplete, stack.Status);
        Assert.Equal("a", aws.Lambda.Events[^1]["OldResourceProperties"]!["Model"]!.ToString());
    }

    private static string JobThenName(string model)
    {
        var name = Parameter(model);
        name["DependsOn"] = "Job";
        return Template(("Job", Job($$"""{ "Model": "{{model}}" }""")), ("Name", name));
    }
}
