using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class WaitConditionTests
{
    [Fact]
    public async Task A_Signal_Before_The_Condition_Counts_And_Its_Data_Can_Be_Asked_For()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = async e =>
        {
            Assert.Equal(200, await SignalAsync(e, """{ "Status": "SUCCESS", "UniqueId": "job", "Data": "done", "Reason": "ended" }"""));
            await SucceedAsync(e);
        };

        var stack = await aws.CreateAsync(Waiting());

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.Equal("""{"job":"done"}""", Assert.Single(stack.Outputs).Value);
    }

    [Fact]
    public async Task A_Signal_While_The_Condition_Waits_Ends_The_Wait()
    {
        await using var aws = await Stacks.StartAsync();
        var creation = aws.CreateAsync(Waiting(timeout: 43200));
        while (aws.Lambda.Events.Count == 0 || aws.Service.Engine.Find("stack")!.Resources.GetValueOrDefault("Condition") is null)
            await Task.Yield();

        await SignalAsync(aws.Lambda.Events[0], """{ "Status": "SUCCESS", "UniqueId": "job", "Data": "d" }""");

        Assert.Equal(StackStatus.CreateComplete, (await creation).Status);
    }

    [Fact]
    public async Task A_Failure_Signal_Fails_The_Condition_With_Its_Reason()
    {
        var stack = await SignalledAsync("""{ "Status": "FAILURE", "UniqueId": "job", "Reason": "expired" }""");

        Assert.Contains("CREATE_FAILED: WaitCondition received failed message: 'expired' for uniqueId: job", History(stack, "Condition"));
        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{ "Status": "SUCCESS" }""")]
    [InlineData("""{ "Status": "DONE", "UniqueId": "job" }""")]
    public async Task What_Is_No_Signal_Does_Not_Count(string body)
    {
        var stack = await SignalledAsync(body);

        Assert.Contains("CREATE_FAILED: WaitCondition timed out. Received 0 conditions when expecting 1", History(stack, "Condition"));
    }

    [Theory]
    [InlineData("a", "b", StackStatus.CreateComplete)]
    [InlineData("a", "a", StackStatus.RollbackComplete)]
    public async Task A_Count_Asks_For_Signals_With_Different_Ids(string first, string second, string expected)
    {
        await using var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = async e =>
        {
            if (e["RequestType"]!.ToString() == "Create")
            {
                await SignalAsync(e, $$"""{ "Status": "SUCCESS", "UniqueId": "{{first}}" }""");
                await SignalAsync(e, $$"""{ "Status": "SUCCESS", "UniqueId": "{{second}}" }""");
            }

            await SucceedAsync(e);
        };

        var stack = await aws.CreateAsync(Waiting(count: 2));

        Assert.Equal(expected, stack.Status);
    }

    [Fact]
    public async Task A_Condition_Cannot_Be_Updated()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = async e =>
        {
            await SignalAsync(e, """{ "Status": "SUCCESS", "UniqueId": "job" }""");
            await SucceedAsync(e);
        };
        await aws.CreateAsync(Waiting());

        var stack = await aws.UpdateAsync(Waiting(timeout: 61));

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Contains(
            "UPDATE_FAILED: Update to resource type AWS::CloudFormation::WaitCondition is not supported.", History(stack, "Condition"));
    }

    [Theory]
    [InlineData("""{ "Handle": "x" }""", "Resources.Condition: Timeout is required")]
    [InlineData("""{ "Timeout": 5 }""", "Resources.Condition: Handle is required")]
    [InlineData("""{ "Handle": "x", "Timeout": 43201 }""", "Resources.Condition: Timeout must be 1-43200, got 43201")]
    [InlineData("""{ "Handle": "x", "Timeout": 5, "Count": 0 }""", "Resources.Condition: Count must be a positive number, got 0")]
    public async Task Properties_Out_Of_Range_Are_Refused(string properties, string problem)
    {
        await using var aws = await Stacks.StartAsync();

        var refusal = await Assert.ThrowsAsync<TemplateException>(
            () => aws.CreateAsync(Template(("Condition", Resource("AWS::CloudFormation::WaitCondition", properties)))));

        Assert.Equal(problem, refusal.Message);
    }

    private static async Task<StackState> SignalledAsync(string body)
    {
        await using var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = async e =>
        {
            if (e["RequestType"]!.ToString() == "Create")
                await SignalAsync(e, body);
            await SucceedAsync(e);
        };
        return await aws.CreateAsync(Waiting());
    }

    private static Task<int> SignalAsync(JsonObject e, string body) => PutAsync(e["ResourceProperties"]!["Handle"]!.ToString(), body);

    private static string Waiting(int count = 1, int timeout = 60) => $$"""
        {
          "Resources": {
            "Handle": { "Type": "AWS::CloudFormation::WaitConditionHandle" },
            "Job": { "Type": "Custom::Job", "Properties": { "ServiceToken": "{{Provider}}", "Handle": { "Ref": "Handle" } } },
            "Condition": {
              "Type": "AWS::CloudFormation::WaitCondition",
              "DependsOn": "Job",
              "Properties": { "Handle": { "Ref": "Handle" }, "Timeout": {{timeout}}, "Count": {{count}} }
            }
          },
          "Outputs": { "Data": { "Value": { "Fn::GetAtt": "Condition.Data" } } }
        }
        """;
}
