using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Contract;

namespace BatchResource.Cdk.Tests;

public sealed class CompletionTests
{
    private const string ConditionType = "AWS::CloudFormation::WaitCondition";
    private const string ScheduleType = "AWS::Scheduler::Schedule";
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
        var schedule = template.OfType(ScheduleType).Keys.Single();
        Assert.Equal([check.Key, schedule], template.DependsOn(condition).Keys.Order(StringComparer.Ordinal));
        Assert.Equal([condition], template.DependsOn(result.Key).Keys);
    }

    [Fact]
    public void A_Job_Is_Waited_For_Once_However_Often_That_Is_Asked_For()
    {
        using var app = new TestApp();
        var job = app.Job();
        var first = job.WaitForCompletion(Duration.Hours(2));

        Assert.Same(first, job.WaitForCompletion(Duration.Minutes(120)));
        Assert.Contains(
            "Stack/Job: WaitForCompletion must have the same arguments in each call",
            Assert.Throws<ArgumentException>(() => job.WaitForCompletion(Duration.Hours(3))).Message,
            StringComparison.Ordinal);
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
            + "AcceptPartiallyCompleted: true, Timeout: 5400}",
            Text.Of(check["Properties"]));
    }

    [Fact]
    [Trait("rule", "L15a")]
    public void A_Schedule_Asks_For_The_End_Until_Nobody_Waits_Any_More()
    {
        using var app = new TestApp();
        app.Job().WaitForCompletion(Duration.Hours(1));
        app.Job("Other").WaitForCompletion(Duration.Hours(1));

        var template = app.Synth();

        var job = template.OfType(Template.JobType).Keys.First();
        var check = template.OfType(ResourceType.Completion).First(resource => resource.Key.StartsWith(
            "JobCompletionCheck", StringComparison.Ordinal));
        var schedule = template.OfType(ScheduleType).First(resource => resource.Key.StartsWith(
            "JobCompletionSchedule", StringComparison.Ordinal)).Value["Properties"]!;
        var handle = Text.Of(check.Value["Properties"]!["WaitHandle"]);
        Assert.Equal("rate(5 minutes)", Text.Of(schedule["ScheduleExpression"]));
        Assert.Equal($"${{{check.Key}.WatchUntil}}", Text.Of(schedule["EndDate"]));
        Assert.Equal(Text.Of(check.Value["Properties"]!["ServiceToken"]), Text.Of(schedule["Target"]!["Arn"]));
        Assert.Equal(
            $$$"""
            {"JobArn":"${{{{job}}}.JobArn}","WaitHandle":"{{{handle}}}","AcceptPartiallyCompleted":"false","Scheduled":"true"}
            """,
            Text.Of(schedule["Target"]!["Input"]));
        var role = Assert.Single(template.OfType("AWS::IAM::Role"), found => Text.Of(found.Value).Contains(
            "scheduler.amazonaws.com", StringComparison.Ordinal));
        Assert.Equal($"${{{role.Key}.Arn}}", Text.Of(schedule["Target"]!["RoleArn"]));
        Assert.Contains("aws:SourceAccount", Text.Of(role.Value), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "L15a")]
    public void What_A_Success_Is_Reaches_The_Check_The_Events_And_The_Result()
    {
        using var app = new TestApp();
        app.Job().WaitForCompletion(Duration.Hours(1), new WaitForCompletionOptions
        {
            MinimumSuccessRecords = RecordThreshold.Count(100),
            MaximumErrorRecords = RecordThreshold.Percent(0.5),
        });

        var template = app.Synth();

        Assert.All(template.OfType(ResourceType.Completion).Values, resource =>
        {
            Assert.Equal("100", Text.Of(resource["Properties"]!["MinimumSuccessRecords"]));
            Assert.Equal("0.5%", Text.Of(resource["Properties"]!["MaximumErrorRecords"]));
        });
        const string Members = """
            "MinimumSuccessRecords":"100","MaximumErrorRecords":"0.5%"
            """;
        Assert.Contains(Members, Text.Of(template.PropertiesOf("AWS::Events::Rule")["Targets"]![0]!["Input"]), StringComparison.Ordinal);
        Assert.Contains(Members, Text.Of(template.PropertiesOf(ScheduleType)["Target"]!["Input"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    [InlineData(0.00001)]
    public void A_Share_That_Is_None_Is_Refused(double percent) => Assert.Contains(
        "percent must be 0 to 100", Assert.Throws<ArgumentOutOfRangeException>(() => RecordThreshold.Percent(percent)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_Negative_Count_Is_Refused() => Assert.Throws<ArgumentOutOfRangeException>(() => RecordThreshold.Count(-1));

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
