using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>What stacks hand to each other.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task An_Export_In_Use_Cannot_Change_So_The_Update_Is_Rolled_Back()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = e => SucceedAsync(e, e["RequestType"]!.ToString() == "Delete" ? null : $"job-{e["ResourceProperties"]!["Model"]}");
        await aws.CreateAsync(Producer("a"), "producer");
        await aws.CreateAsync(Consumer("""{ "Fn::ImportValue": "arn" }"""), "consumer");

        var stack = await aws.UpdateAsync(Producer("b"), "producer");

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Contains("UPDATE_ROLLBACK_IN_PROGRESS: Export arn cannot be updated as it is in use by consumer", History(stack, "producer"));
        Assert.Equal(["Create Job", "Update Job job-a", "Update Job job-b", "Delete Job job-b"], aws.Lambda.Story);
        Assert.Equal("job-a", Assert.Single(stack.Outputs).Value);
    }

    [Fact]
    public async Task An_Export_In_Use_Cannot_Be_Removed_And_No_Resource_Is_Touched()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Producer("a"), "producer");
        await aws.CreateAsync(Consumer("""{ "Fn::ImportValue": "arn" }"""), "consumer");

        var stack = await aws.UpdateAsync(Template(("Job", Job("""{ "Model": "b" }"""))), "producer");

        Assert.Equal(StackStatus.UpdateRollbackComplete, stack.Status);
        Assert.Contains("UPDATE_ROLLBACK_IN_PROGRESS: Export arn cannot be deleted as it is in use by consumer", History(stack, "producer"));
        Assert.Equal(["Create Job"], aws.Lambda.Story);
    }

    [Fact]
    public async Task An_Export_Is_Free_When_Nobody_Imports_It_Any_More()
    {
        await using var aws = await Stacks.StartAsync();
        var engine = aws.Service.Engine;
        await aws.CreateAsync(Producer("a"), "producer");
        await aws.CreateAsync(Consumer("""{ "Fn::ImportValue": "arn" }"""), "consumer");
        var (exporter, output) = Assert.Single(engine.Exports);
        Assert.Equal(("producer", "arn", "Job-1"), (exporter.Identity.Name, output.ExportName!, output.Value));
        Assert.Equal(["consumer"], engine.Importers("arn").Select(stack => stack.Identity.Name));

        await aws.UpdateAsync(Consumer("\"fixed\""), "consumer");

        Assert.Empty(engine.Importers("arn"));
        Assert.Equal(StackStatus.UpdateComplete, (await aws.UpdateAsync(Template(("Job", Job("""{ "Model": "a" }"""))), "producer")).Status);
    }

    [Fact]
    public async Task An_Export_That_Does_Not_Exist_Is_Refused_Before_Anything_Starts()
    {
        await using var aws = await Stacks.StartAsync();
        var engine = aws.Service.Engine;
        await aws.CreateAsync(Consumer("\"fixed\""), "existing");

        var creation = await Assert.ThrowsAsync<TemplateException>(() => aws.CreateAsync(Consumer("""{ "Fn::ImportValue": "none" }"""), "consumer"));
        var update = await Assert.ThrowsAsync<TemplateException>(() => aws.UpdateAsync(Consumer("""{ "Fn::ImportValue": "none" }"""), "existing"));

        Assert.Equal(("No export named none found.", "No export named none found."), (creation.Message, update.Message));
        Assert.Null(engine.Find("consumer"));
        Assert.Equal(StackStatus.CreateComplete, engine.Find("existing")!.Status);
    }

    [Fact]
    public async Task An_Import_In_A_Branch_That_Is_Not_Taken_Need_Not_Exist()
    {
        await using var aws = await Stacks.StartAsync();
        var template = System.Text.Json.Nodes.JsonNode.Parse(Consumer("""{ "Fn::If": ["Never", { "Fn::ImportValue": "none" }, "fixed"] }"""))!;
        template["Conditions"] = System.Text.Json.Nodes.JsonNode.Parse("""{ "Never": { "Fn::Equals": ["a", "b"] } }""");

        Assert.Equal(StackStatus.CreateComplete, (await aws.CreateAsync(template.ToJsonString(), "consumer")).Status);
    }

    [Fact]
    public async Task A_Weak_Reference_Follows_Its_Stack_And_Holds_Up_Nothing()
    {
        await using var aws = await Stacks.StartAsync();
        const string Weak = """{ "Fn::GetStackOutput": { "StackName": "producer", "OutputName": "Arn" } }""";
        await aws.CreateAsync(Producer("a"), "producer");
        var consumer = await aws.CreateAsync(Consumer(Weak), "consumer");
        Assert.Equal("Job-1", consumer.Resources["Name"].Current.Properties["Value"]!.ToString());
        aws.Lambda.OnEvent = e => SucceedAsync(e, e["RequestType"]!.ToString() == "Update" ? "Job-2" : null);

        Assert.Equal(StackStatus.UpdateComplete, (await aws.UpdateAsync(Producer("b"), "producer")).Status);
        await aws.UpdateAsync(Consumer(Weak), "consumer");

        Assert.Equal("Job-2", consumer.Resources["Name"].Current.Properties["Value"]!.ToString());
    }

    [Theory]
    [InlineData("""{ "StackName": "nobody", "OutputName": "Arn" }""", "No output named Arn found in stack nobody.")]
    [InlineData("""{ "StackName": "consumer", "OutputName": "Arn" }""", "Fn::GetStackOutput cannot refer to an output of its own stack: consumer")]
    [InlineData("""{ "StackName": "x", "OutputName": "Arn", "Region": "eu-west-1" }""", "Fn::GetStackOutput: the local AWS has the Region us-east-1 only, not eu-west-1")]
    public async Task A_Weak_Reference_To_Nothing_Fails_The_Resource(string reference, string reason)
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync(Consumer($$"""{ "Fn::GetStackOutput": {{reference}} }"""), "consumer");

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Contains($"CREATE_FAILED: {reason}", History(stack, "Name"));
    }

    [Theory]
    [InlineData(StackOutputPlaces.NotInOutputsOrSub, false)]
    [InlineData(StackOutputPlaces.Anywhere, true)]
    public async Task Whether_An_Output_Or_Sub_May_Hold_A_Weak_Reference_Is_A_Switch(StackOutputPlaces setting, bool isAllowed)
    {
        await using var aws = await Stacks.StartAsync(new() { StackOutputPlaces = setting });
        await aws.CreateAsync(Producer("a"), "producer");
        const string Weak = """{ "Fn::GetStackOutput": { "StackName": "producer", "OutputName": "Arn" } }""";
        var output = $$"""
            { "Resources": { "Q": { "Type": "AWS::SQS::Queue" } }, "Outputs": { "O": { "Value": {{Weak}} } } }
            """;
        var sub = Consumer($$"""{ "Fn::Sub": ["<${A}>", { "A": {{Weak}} }] }""");
        if (!isAllowed)
        {
            var refusal = await Assert.ThrowsAsync<TemplateException>(() => aws.CreateAsync(output, "output"));
            Assert.Equal("Template error: Fn::GetStackOutput cannot be the value of an output itself, at Outputs.O.Value", refusal.Message);
            await Assert.ThrowsAsync<TemplateException>(() => aws.CreateAsync(sub, "sub"));
            return;
        }

        Assert.Equal("Job-1", Assert.Single((await aws.CreateAsync(output, "output")).Outputs).Value);
        Assert.Equal("<Job-1>", (await aws.CreateAsync(sub, "sub")).Resources["Name"].Current.Properties["Value"]!.ToString());
    }

    [Theory]
    [InlineData("""{ "Fn::GetAtt": "Q.Arn" }""")]
    [InlineData("""{ "Fn::GetStackOutput": { "StackName": "s", "OutputName": "o" } }""")]
    public async Task The_Name_Of_An_Export_Depends_On_No_Resource(string name)
    {
        await using var aws = await Stacks.StartAsync();

        var refusal = await Assert.ThrowsAsync<TemplateException>(() => aws.CreateAsync($$"""
            { "Resources": { "Q": { "Type": "AWS::SQS::Queue" } }, "Outputs": { "O": { "Value": "v", "Export": { "Name": {{name}} } } } }
            """));

        Assert.Equal(
            "Template error: the Name field of Export must not depend on any resources, imported values, or Fn::GetAZs, at Outputs.O.Export",
            refusal.Message);
    }

    private static string Producer(string model) => $$"""
        {
          "Resources": { "Job": { "Type": "Custom::Job", "Properties": { "ServiceToken": "{{Provider}}", "Model": "{{model}}" } } },
          "Outputs": { "Arn": { "Value": { "Ref": "Job" }, "Export": { "Name": "arn" } } }
        }
        """;

    private static string Consumer(string value) => Template(("Name", Resource("AWS::SSM::Parameter", $$"""{ "Value": {{value}} }""")));
}
