using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.SNS;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

public sealed class EventAndMetricTests
{
    [Fact]
    public void A_Rule_For_Every_Change_Of_This_Job()
    {
        using var app = new TestApp();
        app.Job().OnStateChange("Changed");

        var template = app.Synth();

        var id = template.OfType(Template.JobType).Keys.Single();
        Assert.Equal(
            $"{{detail: {{batchJobArn: [${{{id}.JobArn}}]}}, detail-type: [Batch Inference Job State Change], source: [aws.bedrock]}}",
            Text.Of(template.PropertiesOf("AWS::Events::Rule")["EventPattern"]));
    }

    [Fact]
    public void The_End_With_And_Without_Results()
    {
        using var app = new TestApp();
        var job = app.Job();
        job.OnCompleted("Completed");
        job.OnFailed("Failed");
        job.OnStateChange("Stopped", null, BatchInferenceJobStatus.Stopped);

        var rules = app.Synth().OfType("AWS::Events::Rule");

        Assert.Equal(
            ["[Completed, PartiallyCompleted]", "[Failed, Expired]", "[Stopped]"],
            rules.Values.Select(rule => Text.Of(rule["Properties"]!["EventPattern"]!["detail"]!["status"])));
    }

    [Fact]
    public void A_Rule_Takes_The_Options_Of_The_Cdk()
    {
        using var app = new TestApp();
        app.Job().OnFailed("Failed", new OnEventOptions
        {
            RuleName = "failed",
            Description = "tells the team",
            EventPattern = new EventPattern { Account = ["111122223333"] },
            Target = new SnsTopic(new Topic(app.Stack, "Topic")),
        });

        var rule = app.Synth().PropertiesOf("AWS::Events::Rule");

        Assert.Equal("failed", Text.Of(rule["Name"]));
        Assert.Equal("tells the team", Text.Of(rule["Description"]));
        Assert.Equal("[111122223333]", Text.Of(rule["EventPattern"]!["account"]));
        Assert.StartsWith("${Topic", Text.Of(Assert.Single(rule["Targets"]!.AsArray())!["Arn"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_Are_Those_Of_The_Model()
    {
        using var app = new TestApp();
        var job = app.Job();
        IMetric[] metrics =
        [
            job.MetricRecordsPendingProcessing(),
            job.MetricTokensPendingProcessing(),
            job.MetricInputTokensProcessedPerMinute(),
            job.MetricOutputTokensProcessedPerMinute(new MetricOptions { Statistic = "Maximum", Period = Duration.Minutes(1) }),
        ];
        var widget = new GraphWidget(new GraphWidgetProps { Left = metrics });
        _ = new Dashboard(app.Stack, "Dashboard", new DashboardProps { Widgets = [[widget]] });

        var body = Text.Of(app.Synth().PropertiesOf("AWS::CloudWatch::Dashboard")["DashboardBody"]);

        Assert.Contains(
            "[[\"AWS/Bedrock/Batch\",\"NumberOfRecordsPendingProcessing\",\"ModelId\",\"amazon.nova-micro-v1:0\"],"
            + "[\"AWS/Bedrock/Batch\",\"NumberOfTokensPendingProcessing\",\"ModelId\",\"amazon.nova-micro-v1:0\"],"
            + "[\"AWS/Bedrock/Batch\",\"NumberOfInputTokensProcessedPerMinute\",\"ModelId\",\"amazon.nova-micro-v1:0\"],"
            + "[\"AWS/Bedrock/Batch\",\"NumberOfOutputTokensProcessedPerMinute\",\"ModelId\",\"amazon.nova-micro-v1:0\","
            + "{\"period\":60,\"stat\":\"Maximum\"}]]",
            body,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_Metrics_Of_A_Job_With_A_Models_Arn_Go_By_Its_Id()
    {
        using var app = new TestApp();
        var job = app.Job(change: props => props with
        {
            Model = BatchInferenceModel.FromId("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0"),
        });

        Assert.Equal("amazon.nova-micro-v1:0", Assert.Single(job.MetricRecordsPendingProcessing().Dimensions!).Value);
    }
}
