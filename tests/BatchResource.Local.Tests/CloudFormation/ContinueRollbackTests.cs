using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>Rollbacks of updates that failed and are continued.</summary>
public sealed class ContinueRollbackTests
{
    [Fact]
    public async Task A_Continued_Rollback_Restores_What_Is_Left_And_Nothing_Twice()
    {
        await using var aws = await Stacks.StartAsync();
        var stack = await FailRollbackAsync(aws);
        Assert.Equal(StackStatus.UpdateRollbackFailed, stack.Status);
        aws.Lambda.OnEvent = e => SucceedAsync(e, Id(e));

        await aws.Service.Engine.BeginContinueRollback(new("stack")).Completion;

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Equal("First-a", stack.Resources["First"].Current.PhysicalId);
        Assert.Single(aws.Lambda.Story, "Update First First-b");
        Assert.Single(aws.Lambda.Story, "Delete First First-b");
        Assert.Equal("a", stack.Resources["Second"].Current.Properties["Model"]!.ToString());
    }

    [Theory]
    [InlineData(SkippedResource.KeepsReplacement, "Second-b", "Delete Second Second-a")]
    [InlineData(SkippedResource.KeepsOriginal, "Second-a", "Delete Second Second-b")]
    public async Task A_Skipped_Resource_Has_The_Old_Properties_And_The_Id_That_The_Switch_Says(
        SkippedResource setting, string physicalId, string deletion)
    {
        await using var aws = await Stacks.StartAsync(new() { SkippedResource = setting });
        var stack = await FailRollbackAsync(aws);

        var run = aws.Service.Engine.BeginContinueRollback(new("stack") { ResourcesToSkip = new HashSet<string> { "Second" } });
        aws.Lambda.OnEvent = e => SucceedAsync(e, Id(e));
        await run.Completion;

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        var second = stack.Resources["Second"];
        Assert.Equal((ResourceStatus.UpdateComplete, physicalId), (second.Status, second.Current.PhysicalId));
        Assert.Equal("a", second.Current.Properties["Model"]!.ToString());
        Assert.Equal(2, aws.Lambda.Story.Count(line => line.StartsWith("Update Second", StringComparison.Ordinal)));
        Assert.Contains(deletion, aws.Lambda.Story);
        Assert.Empty(second.Superseded);
    }

    [Fact]
    public async Task Only_What_Failed_To_Roll_Back_Can_Be_Skipped()
    {
        await using var aws = await Stacks.StartAsync();
        await FailRollbackAsync(aws);

        var refusal = Assert.Throws<StackException>(() => aws.Service.Engine.BeginContinueRollback(
            new("stack") { ResourcesToSkip = new HashSet<string> { "First", "Nothing" } }));

        Assert.EndsWith("got [First, Nothing]", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<StackException>(() => aws.Service.Engine.BeginRollback(new("stack")));
    }

    [Fact]
    public async Task Only_A_Failed_Rollback_Can_Be_Continued()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Name", Parameter())));

        var refusal = Assert.Throws<StackException>(() => aws.Service.Engine.BeginContinueRollback(new("stack")));

        Assert.EndsWith("is in CREATE_COMPLETE state and can not continue rollback.", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>First and Second are replaced, Name fails, First is restored, Second is not.</summary>
    private static async Task<StackState> FailRollbackAsync(Stacks aws)
    {
        aws.Lambda.OnEvent = e => SucceedAsync(e, Id(e));
        await aws.CreateAsync(Declared("a"));
        aws.Failures["Name"] = new() { Operations = FailingOperations.Update };
        aws.Lambda.OnEvent = e => IsRollbackOfSecond(e) ? FailAsync(e, "no", Id(e, "OldResourceProperties")) : SucceedAsync(e, Id(e));
        return await aws.UpdateAsync(Declared("b"));
    }

    private static bool IsRollbackOfSecond(System.Text.Json.Nodes.JsonObject e) =>
        e["LogicalResourceId"]!.ToString() == "Second" && e["OldResourceProperties"]?["Model"]?.ToString() == "b";

    private static string Id(System.Text.Json.Nodes.JsonObject e, string properties = "ResourceProperties") =>
        e["RequestType"]!.ToString() == "Delete"
            ? e["PhysicalResourceId"]!.ToString()
            : $"{e["LogicalResourceId"]}-{e[properties]!["Model"]}";

    private static string Declared(string model)
    {
        var properties = $$"""{ "Model": "{{model}}" }""";
        var (second, name) = (Job(properties), Parameter(model));
        (second["DependsOn"], name["DependsOn"]) = ("First", "Second");
        return Template(("First", Job(properties)), ("Second", second), ("Name", name));
    }
}
