using Amazon.CDK;
using BatchResource.Cdk.Tests.Support;
using Match = Amazon.CDK.Assertions.Match;

namespace BatchResource.Cdk.Tests;

/// <summary>A job whose attributes other stacks import cannot be replaced, which the app is warned of.</summary>
public sealed class ExportTests
{
    private const string Flag = "@aws-cdk/core:defaultCrossStackReferences";

    private static readonly Dictionary<string, Func<BatchInferenceJob, string>> Attributes = new()
    {
        ["JobArn"] = job => job.JobArn,
        ["JobId"] = job => job.JobId,
        ["JobName"] = job => job.JobName,
        ["OutputS3Uri"] = job => job.OutputS3Uri,
        ["SubmitTime"] = job => job.SubmitTime,
        ["ModelId"] = job => job.ModelId,
        ["Ref"] = job => ((CfnResource)job.Node.DefaultChild!).Ref,
        ["JobId, JobArn"] = job => Fn.Join("/", [job.JobId, job.JobArn]),
        ["SuccessRecordCount"] = job => job.WaitForCompletion(Duration.Hours(1)).SuccessRecordCount,
    };

    public static TheoryData<string> Names => [.. Attributes.Keys];

    [Theory]
    [InlineData(null)]
    [InlineData("strong")]
    public void An_Attribute_That_Another_Stack_Imports_Is_Warned_Of(string? references)
    {
        using var app = App(references);
        app.Job("Other");
        Use(app, app.Job().JobArn);

        var template = app.Synth();

        Assert.Contains("Export", template.Json["Outputs"]!.ToJsonString(), StringComparison.Ordinal);
        const string Text =
            "Stack/Exports/Output.* exports JobArn.*An update that replaces this job would start a paid job.*weak.*SSM parameter";
        Assert.Equal(1, Warnings(app, "/Stack/Job", Text));
        Assert.Equal(0, Warnings(app, "/Stack/Other", ".*"));
    }

    [Fact]
    public void A_Weak_Reference_Is_Not()
    {
        using var app = App("weak");
        Use(app, app.Job().JobArn);

        app.Synth();

        Assert.Equal(0, Warnings(app, "*", ".*"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void So_Is_An_Export_Of_The_Apps_Own(string name)
    {
        using var app = new TestApp();
        Output(app, Attributes[name](app.Job()), "of-the-job");

        app.Synth();

        Assert.Equal(1, Warnings(app, "/Stack/Job", $"Stack/Output exports {name}\\. CloudFormation refuses"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_No_Replacement_Changes_And_What_Is_Not_Exported_Is_Not(bool isExported)
    {
        using var app = new TestApp();
        var job = app.Job();
        Output(app, isExported ? job.Status : job.JobArn, isExported ? "status-of-the-job" : null);

        app.Synth();

        Assert.Equal(0, Warnings(app, "*", ".*"));
    }

    [Fact]
    public void The_Warning_Can_Be_Acknowledged()
    {
        using var app = new TestApp();
        var job = app.Job();
        Output(app, job.JobArn, "of-the-job");

        // On the job it would work in a newer CDK only: 2.267.0 looks for what was acknowledged before on the scopes around.
        Annotations.Of(app.Stack).AcknowledgeWarning("BatchResource.Cdk:exportedAttribute");

        app.Synth();

        Assert.Equal(0, Warnings(app, "*", ".*"));
    }

    private static TestApp App(string? references) => references is null ? new TestApp() : new TestApp(null, (Flag, references));

    private static void Use(TestApp app, string value) =>
        _ = new CfnResource(new Stack(app.App, "Reader"), "Uses", new CfnResourceProps
        {
            Type = "Custom::Reader",
            Properties = new Dictionary<string, object> { ["Value"] = value },
        });

    private static void Output(TestApp app, string value, string? exportName) =>
        _ = new CfnOutput(app.Stack, "Output", new CfnOutputProps { Value = value, ExportName = exportName });

    private static int Warnings(TestApp app, string path, string pattern) =>
        Amazon.CDK.Assertions.Annotations.FromStack(app.Stack).FindWarning(path, Match.StringLikeRegexp(pattern)).Length;
}
