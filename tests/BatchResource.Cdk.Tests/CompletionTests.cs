using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Contract;

namespace BatchResource.Cdk.Tests;

public sealed class CompletionTests
{
    private const string ConditionType = "AWS::CloudFormation::WaitCondition";
    private const string HandleType = "AWS::CloudFormation::WaitConditionHandle";

    [Fact]
    public void The_Rule_Comes_Before_The_Check_The_Check_Before_The_Condition_And_The_Result_Last()
    {
        using var app = new TestApp();
        app.Job().WaitForCompletion(Duration.Hours(12));

        var template = app.Synth();

        var check = template.OfType(ResourceType.Completion).Single(resource => resource.Value["Properties"]!["WaitHandle"] is not null);
        var result = template.OfType(ResourceType.Completion).Single(resource => resource.Value["Properties"]!["WaitHandle"] is null);
        var condition = template.OfType(ConditionType).Keys.Single();
        Assert.Equal(["AWS::Events::Rule", "AWS::Lambda::Permission"], template.DependsOn(check.Key).Values.Order(StringComparer.Ordinal));
        Assert.Equal([check.Key], template.DependsOn(condition).Keys);
        Assert.Equal([condition], template.DependsOn(result.Key).Keys);
    }

    [Fact]
    public void The_Condition_Is_Signalled_By_The_Provider_For_Every_End_Of_The_Job()
    {
        using var app = new TestApp();
        app.Job().WaitForCompletion(Duration.Minutes(90), new WaitForCompletionOptions { AcceptPartiallyCompleted = true });

        var template = app.Synth();

        var arn = $"${{{template.OfType(Template.JobType).Keys.Single()}.JobArn}}";
        var handle = $"${{{template.OfType(HandleType).Keys.Single()}}}";
        var condition = template.PropertiesOf(ConditionType);
        Assert.Equal(handle, Text.Of(condition["Handle"]));
        Assert.Equal("5400", Text.Of(condition["Timeout"]));
        var rule = template.PropertiesOf("AWS::Events::Rule");
        Assert.Equal($"[{arn}]", Text.Of(rule["EventPattern"]!["detail"]!["batchJobArn"]));
        Assert.Equal(
            "[Completed, PartiallyCompleted, Failed, Stopped, Expired]", Text.Of(rule["EventPattern"]!["detail"]!["status"]));
        var target = Assert.Single(rule["Targets"]!.AsArray())!;
        Assert.Equal(Text.Of(template.Job["ServiceToken"]), Text.Of(target["Arn"]));
        Assert.Equal(
            $$"""{"JobArn":"{{arn}}","WaitHandle":"{{handle}}","AcceptPartiallyCompleted":"true"}""", Text.Of(target["Input"]));
        var check = template.OfType(ResourceType.Completion).Values.First(resource => resource["Properties"]!["WaitHandle"] is not null);
        Assert.Equal(
            $"{{ServiceToken: {Text.Of(target["Arn"])}, ServiceTimeout: 960, JobArn: {arn}, WaitHandle: {handle}, "
            + "AcceptPartiallyCompleted: true}",
            Text.Of(check["Properties"]));
    }

    [Fact]
    public void Only_The_Rule_May_Call_The_Provider()
    {
        using var app = new TestApp();
        app.Job().WaitForCompletion(Duration.Hours(1));

        var template = app.Synth();

        var permission = template.PropertiesOf("AWS::Lambda::Permission");
        Assert.Equal("events.amazonaws.com", Text.Of(permission["Principal"]));
        Assert.Equal($"${{{template.OfType("AWS::Events::Rule").Keys.Single()}.Arn}}", Text.Of(permission["SourceArn"]));
        Assert.DoesNotContain("AWS::Lambda::Permission", template.DependsOn(template.OfType(Template.JobType).Keys.Single()).Values);
    }

    [Fact]
    public void Another_Definition_Waits_Again_And_Another_Tag_Does_Not()
    {
        var first = ConditionOf(props => props);

        Assert.Equal(first, ConditionOf(props => props with { Tags = new Dictionary<string, string> { ["team"] = "other" } }));
        Assert.Equal(first, ConditionOf(props => props with { WaitFor = WaitFor.Validated }));
        Assert.NotEqual(first, ConditionOf(props => props with { Revision = "2" }));
        Assert.NotEqual(first, ConditionOf(props => props with { Timeout = Duration.Hours(48) }));
        Assert.NotEqual(first, ConditionOf(props => props with { Model = BatchInferenceModel.FromId("amazon.nova-lite-v1:0") }));

        static (string, string, string) ConditionOf(Func<BatchInferenceJobProps, BatchInferenceJobProps> change)
        {
            using var app = new TestApp();
            app.Bucket($"Unrelated{Guid.NewGuid():N}");
            var bucket = app.Bucket("Results");
            app.Job(change: props => change(props with { Output = BatchInferenceOutput.ToBucket(bucket, "out") }))
                .WaitForCompletion(Duration.Hours(1));
            var template = app.Synth();
            var check = template.OfType(ResourceType.Completion).Keys.Single(id => id.Contains("Check", StringComparison.Ordinal));
            return (template.OfType(ConditionType).Keys.Single(), template.OfType(HandleType).Keys.Single(), check);
        }
    }

    [Fact]
    public void Counts_And_Status_Are_Attributes_And_Others_Can_Depend_On_The_End()
    {
        using var app = new TestApp();
        var completion = app.Job().WaitForCompletion(Duration.Hours(1));
        string[] attributes =
        [
            completion.Status, completion.TotalRecordCount, completion.ProcessedRecordCount, completion.SuccessRecordCount,
            completion.ErrorRecordCount,
        ];
        _ = new CfnOutput(app.Stack, "Counts", new CfnOutputProps { Value = string.Join(' ', attributes) });
        new Topic(app.Stack, "Topic").Node.AddDependency(completion);

        var template = app.Synth();

        var result = template.OfType(ResourceType.Completion).Keys.Single(id => id.Contains("Result", StringComparison.Ordinal));
        Assert.Equal(
            $"${{{result}.Status}} ${{{result}.TotalRecordCount}} ${{{result}.ProcessedRecordCount}} "
            + $"${{{result}.SuccessRecordCount}} ${{{result}.ErrorRecordCount}}",
            Text.Of(template.Json["Outputs"]!["Counts"]!["Value"]));
        Assert.Contains(result, template.DependsOn(template.OfType("AWS::SNS::Topic").Keys.Single()).Keys);
    }

    [Fact]
    public void A_Provider_Of_Ones_Own_Is_The_One_That_Signals()
    {
        using var app = new TestApp();
        const string Arn = "arn:aws:lambda:us-east-1:111122223333:function:provider";
        var provider = BatchInferenceProvider.FromServiceToken(app.Stack, "Provider", Arn);
        app.Job(change: props => props with { Provider = provider }).WaitForCompletion(Duration.Hours(1));

        var template = app.Synth();

        Assert.Equal(Arn, Text.Of(template.PropertiesOf("AWS::Lambda::Permission")["FunctionName"]));
        Assert.Equal(Arn, Text.Of(template.PropertiesOf("AWS::Events::Rule")["Targets"]![0]!["Arn"]));
    }

    [Theory]
    [InlineData(0, "got 0 seconds")]
    [InlineData(1_500, "got 1.5 seconds")]
    [InlineData(43_201_000, "got 43201 seconds")]
    public void A_Timeout_That_No_Wait_Condition_Has_Is_Refused(int milliseconds, string received)
    {
        using var app = new TestApp();
        app.Job().WaitForCompletion(Duration.Millis(milliseconds));

        Assert.Contains(
            $"[Stack/Job/Completion] timeout must be 1 second to 12 hours, in whole seconds, {received}",
            app.SynthError(),
            StringComparison.Ordinal);
    }
}
