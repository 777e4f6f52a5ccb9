using System.Text.Json.Nodes;
using Amazon.CDK.AWS.CloudWatch;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

public sealed class DashboardTests
{
    private static readonly BatchInferenceModel Lite = BatchInferenceModel.FromFoundationModel("amazon.nova-lite-v1:0");

    [Fact]
    public void Each_Model_And_Each_Provider_Has_A_Row()
    {
        using var app = new TestApp();
        Add(app, [app.Job("One"), app.Job("Two"), app.Job("Three", props => props with { Model = Lite })]);

        var widgets = Widgets(app);

        Assert.Equal(
            [
                "amazon.nova-micro-v1:0: waiting records and tokens", "amazon.nova-micro-v1:0: tokens per minute",
                "amazon.nova-lite-v1:0: waiting records and tokens", "amazon.nova-lite-v1:0: tokens per minute",
                "Stack/BatchInferenceProvider: the provider", "Stack/BatchInferenceProvider: errors",
            ],
            widgets.Select(widget => (string?)widget["properties"]!["title"]));
        Assert.Equal([0, 12, 0, 12, 0, 12], widgets.Select(widget => (int)widget["x"]!));
        Assert.Equal(
            ["NumberOfRecordsPendingProcessing", "NumberOfTokensPendingProcessing"],
            widgets[0]["properties"]!["metrics"]!.AsArray().Select(metric => (string?)metric![1]));
        Assert.Equal("log", (string?)widgets[^1]["type"]);
    }

    [Fact]
    public void An_Imported_Job_Has_The_Row_Of_Its_Model_And_No_Provider()
    {
        using var app = new TestApp();
        Add(app, [Imported(app, "amazon.nova-lite-v1:0")]);

        Assert.Equal(
            ["amazon.nova-lite-v1:0: waiting records and tokens", "amazon.nova-lite-v1:0: tokens per minute"],
            Widgets(app).Select(widget => (string?)widget["properties"]!["title"]));
    }

    [Fact]
    public void Widgets_Of_The_App_Come_Below()
    {
        using var app = new TestApp();
        var dashboard = Add(app, [app.Job()], "batch");
        dashboard.Dashboard.AddWidgets(new TextWidget(new TextWidgetProps { Markdown = "Call the team of summaries" }));

        Assert.Equal("Call the team of summaries", (string?)Widgets(app)[^1]["properties"]!["markdown"]);
        Assert.Equal("batch", (string?)app.Synth().PropertiesOf("AWS::CloudWatch::Dashboard")["DashboardName"]);
    }

    [Fact]
    public void No_Jobs_And_A_Job_Without_A_Model_Are_Refused()
    {
        using var app = new TestApp();

        Assert.Contains("Jobs must have at least one job, got none", Assert.Throws<ArgumentException>(() => Add(app, [])).Message, StringComparison.Ordinal);
        var unknown = Assert.Throws<InvalidOperationException>(() => Add(app, [Imported(app, model: null)], id: "Other"));
        Assert.Contains("an imported job without ModelId", unknown.Message, StringComparison.Ordinal);
    }

    private static BatchInferenceDashboard Add(TestApp app, IReadOnlyList<IBatchInferenceJob> jobs, string? name = null, string id = "Dashboard") =>
        new(app.Stack, id, new BatchInferenceDashboardProps { Jobs = jobs, DashboardName = name });

    private static IBatchInferenceJob Imported(TestApp app, string? model) => BatchInferenceJob.FromJobAttributes(
        app.Stack,
        "Imported",
        new BatchInferenceJobAttributes { JobArn = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl", ModelId = model });

    // The body is JSON, in which a reference stands for a Region or a name.
    private static IReadOnlyList<JsonNode> Widgets(TestApp app) =>
        [.. JsonNode.Parse(Text.Of(app.Synth().PropertiesOf("AWS::CloudWatch::Dashboard")["DashboardBody"]))!["widgets"]!.AsArray()!];
}
