using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests;

/// <summary>The function as it is put together.</summary>
[Trait("rule", "L1")]
public sealed class ProviderFunctionTests
{
    [Fact]
    public void What_The_SDK_Does_Not_Take_Is_The_Answer_To_Every_Event()
    {
        var time = new VirtualTime();
        var box = new AnswerBox(time);
        using var answers = new HttpClient(box);
        var function = ProviderFunction.Create(
            new ProviderOptions(new LifecycleOptions(), Problem: null),
            _ => throw new TypeInitializationException("Sdk", new ArgumentException("AWS_DEFAULTS_MODE must be known")),
            new SimulatedRecord(time, TestEvent.LogicalResourceId),
            answers,
            Stream.Null,
            time,
            () => 1);

        time.Run(() => function.HandleAsync(
            TestEvent.Element(TestEvent.Payload()), new SimulatedContext(time, TimeSpan.FromMinutes(15), "request")));

        var answer = Assert.Single(box.Answers);
        Assert.Equal("FAILED", AnswerBox.Text(answer, "Status"));
        Assert.Contains("AWS_DEFAULTS_MODE must be known", AnswerBox.Text(answer, "Reason"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Custom::BedrockBatchInferenceJob")]
    [InlineData("Custom::NightlyBatch")]
    [InlineData("AWS::CloudFormation::CustomResource")]
    [InlineData(null)]
    public void An_Event_Of_Any_Type_But_The_Completions_Is_About_A_Job(string? type)
    {
        var run = new ProviderRun();
        var payload = TestEvent.Payload();
        payload["ResourceType"] = type;

        var id = run.Succeed(payload);

        Assert.Equal(id, Assert.Single(run.Bedrock.Jobs).Arn.Value);
    }

    [Fact]
    public void An_Event_Of_The_Completions_Type_Is_About_The_End_Of_A_Job()
    {
        var run = new ProviderRun();
        var arn = run.Succeed(TestEvent.Payload());

        var answer = run.Answer(CreationOfCompletion(arn));

        Assert.Contains("but its wait condition is met", AnswerBox.Text(answer, "Reason"), StringComparison.Ordinal);
        Assert.Single(run.Bedrock.Jobs);
    }

    [Theory]
    [InlineData(ResourceType.BatchInferenceJob, "unknown-job:")]
    [InlineData(ResourceType.Completion, "no-job:")]
    public void What_Cannot_Be_Handled_Fails_With_The_Id_Of_Its_Type(string type, string marker)
    {
        var payload = TestEvent.Payload();
        payload["ResourceType"] = type;
        payload["RequestType"] = "Refresh";

        var answer = new ProviderRun().Answer(payload);

        Assert.StartsWith(marker, AnswerBox.Text(answer, "PhysicalResourceId"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "L15a")]
    public void An_Event_Of_EventBridge_Is_No_Event_Of_CloudFormation()
    {
        var run = new ProviderRun();
        var arn = run.Succeed(TestEvent.Payload());
        run.Bedrock.Jobs[0].Complete(run.Time.GetUtcNow());

        var signal = run.Signal(new JsonObject { ["JobArn"] = arn, ["WaitHandle"] = "https://conditions.s3.amazonaws.com/handle" });

        Assert.Equal("SUCCESS", AnswerBox.Text(signal, "Status"));
        Assert.Equal(arn.Split('/')[1], AnswerBox.Text(signal, "UniqueId"));
    }

    [Fact]
    [Trait("rule", "L15a")]
    public void Where_The_Function_Can_Do_Nothing_An_Event_Of_EventBridge_Is_Left_To_Lambda_To_Deliver_Again()
    {
        var time = new VirtualTime();
        using var answers = new HttpClient(new AnswerBox(time));
        var function = ProviderFunction.Create(
            ProviderOptions.Read(name => name == "BATCHRESOURCE_STOP_WAIT" ? "odd" : null),
            _ => new SimulatedBedrock(time, new SimulatedBedrockSwitches()),
            new SimulatedRecord(time, TestEvent.LogicalResourceId),
            answers,
            Stream.Null,
            time,
            () => 1);

        var failure = Assert.Throws<InvalidOperationException>(() => time.Run(() => function.HandleAsync(
            TestEvent.Element(new JsonObject { ["JobArn"] = "job", ["WaitHandle"] = "https://conditions.s3.amazonaws.com/handle" }),
            new SimulatedContext(time, TimeSpan.FromMinutes(15), "request"))));

        Assert.Contains("BATCHRESOURCE_STOP_WAIT", failure.Message, StringComparison.Ordinal);
    }

    private static JsonObject CreationOfCompletion(string jobArn)
    {
        var payload = TestEvent.Payload();
        payload["ResourceType"] = ResourceType.Completion;
        payload["ResourceProperties"] = new JsonObject { ["JobArn"] = jobArn };
        return payload;
    }
}
