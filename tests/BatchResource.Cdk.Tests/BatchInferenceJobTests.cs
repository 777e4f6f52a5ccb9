using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SecretsManager;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Contract;
using Tagging = Amazon.CDK.Tags;

namespace BatchResource.Cdk.Tests;

public sealed class BatchInferenceJobTests
{
    [Fact]
    public void A_Job_Of_Required_Props_Has_Only_The_Properties_That_It_Needs()
    {
        using var app = new TestApp();
        app.Job();

        var job = app.Synth().Job;

        Assert.Equal(
            ["ServiceToken", "ServiceTimeout", "RoleArn", "ModelId", "InputDataConfig", "OutputDataConfig"],
            job.Select(property => property.Key));
        Assert.Equal("amazon.nova-micro-v1:0", Text.Of(job["ModelId"]));
        Assert.Equal("{S3InputDataConfig: {S3Uri: s3://records/in/prompts.jsonl, S3InputFormat: JSONL}}", Text.Of(job["InputDataConfig"]));
        Assert.Equal("{S3OutputDataConfig: {S3Uri: s3://results/out/}}", Text.Of(job["OutputDataConfig"]));
        Assert.Equal("960", Text.Of(job["ServiceTimeout"]));
    }

    [Fact]
    public void Every_Attribute_Is_One_That_The_Provider_Returns()
    {
        using var app = new TestApp();
        var job = app.Job();
        string[] attributes = [job.JobArn, job.JobId, job.JobName, job.ModelId, job.Status, job.SubmitTime, job.OutputS3Uri];
        foreach (var (attribute, index) in attributes.Select((attribute, index) => (attribute, index)))
        {
            _ = new CfnOutput(app.Stack, $"Output{index}", new CfnOutputProps { Value = attribute });
        }

        var template = app.Synth();

        var logicalId = Assert.Single(template.OfType(Template.JobType)).Key;
        string[] names =
        [
            AttributeNames.JobArn, AttributeNames.JobId, AttributeNames.JobName, AttributeNames.ModelId, AttributeNames.Status,
            AttributeNames.SubmitTime, AttributeNames.OutputS3Uri,
        ];
        Assert.Equal(
            names.Select(name => $"${{{logicalId}.{name}}}"),
            template.Json["Outputs"]!.AsObject().Select(output => Text.Of(output.Value!["Value"])));
    }

    [Fact]
    public void Tags_Of_Any_Scope_Reach_The_Job_Also_When_They_Are_Added_After_It()
    {
        using var app = new TestApp();
        Tagging.Of(app.App).Add("company", "example");
        var job = app.Job(change: props => props with { Tags = new Dictionary<string, string> { ["own"] = "yes" } });
        Tagging.Of(app.Stack).Add("stack", "nightly");
        Tagging.Of(job).Add("job", "late");

        Assert.Equal(
            "[{Key: company, Value: example}, {Key: job, Value: late}, {Key: own, Value: yes}, {Key: stack, Value: nightly}]",
            Text.Of(app.Synth().Job["Tags"]));
    }

    [Fact]
    [Trait("rule", "L16")]
    public void The_Job_Depends_On_The_Policies_That_It_Needs_Also_Those_Granted_Later()
    {
        using var app = new TestApp();
        var job = app.Job();
        new Secret(app.Stack, "Secret").GrantRead(job.Role);

        var template = app.Synth();

        var dependencies = template.Only(Template.JobType)["DependsOn"]!.AsArray().Select(id => (string)id!);
        string[] needed = [.. template.OfType("AWS::IAM::Policy").Keys, .. template.OfType("AWS::Lambda::EventInvokeConfig").Keys];
        Assert.Equal(3, needed.Length);
        Assert.Equal(needed.Order(StringComparer.Ordinal), dependencies.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_Retained_Job_Is_Neither_Stopped_On_Deletion_Nor_On_Replacement()
    {
        using var app = new TestApp();
        app.Job(change: props => props with { RemovalPolicy = RemovalPolicy.RETAIN });

        var job = app.Synth().Only(Template.JobType);

        Assert.Equal("Retain", (string?)job["DeletionPolicy"]);
        Assert.Equal("Retain", (string?)job["UpdateReplacePolicy"]);
    }

    [Fact]
    [Trait("rule", "L14")]
    public void All_Problems_Are_Reported_At_Once_With_Path_Value_And_What_Is_Allowed()
    {
        using var app = new TestApp();
        app.Job(change: props => props with
        {
            JobName = "under_score",
            Model = BatchInferenceModel.FromId("not a model"),
            Timeout = Duration.Hours(12),
            Tags = new Dictionary<string, string> { ["aws:mine"] = "x" },
        });

        var message = app.SynthError();

        Assert.Contains("[Stack/Job] JobName must be 1-63 letters", message, StringComparison.Ordinal);
        Assert.Contains("got \"under_score\"", message, StringComparison.Ordinal);
        Assert.Contains("[Stack/Job] Model must be the id or ARN", message, StringComparison.Ordinal);
        Assert.Contains("[Stack/Job] Timeout (in hours) must be 24-168, got \"12\"", message, StringComparison.Ordinal);
        Assert.Contains("[Stack/Job] Tags[0].Key must", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_Stack_Refers_To_The_Job_By_An_Export()
    {
        using var app = new TestApp();
        var job = app.Job();
        var other = new Stack(app.App, "Other");
        _ = new CfnOutput(other, "Job", new CfnOutputProps { Value = job.JobArn });

        var exporting = app.Synth();

        Assert.StartsWith("${Import Stack:", Text.Of(app.Template(other).Json["Outputs"]!["Job"]!["Value"]), StringComparison.Ordinal);
        var id = exporting.OfType(Template.JobType).Keys.Single();
        Assert.Equal($"${{{id}.JobArn}}", Text.Of(Assert.Single(exporting.Json["Outputs"]!.AsObject()).Value!["Value"]));
    }

    [Fact]
    public void A_Role_Of_Another_Stack_Is_Given_The_Permissions_There()
    {
        using var app = new TestApp();
        var other = new Stack(app.App, "Other");
        var role = new Role(other, "Role", new RoleProps { AssumedBy = new ServicePrincipal("bedrock.amazonaws.com") });
        app.Job(change: props => props with { Role = role });

        var template = app.Synth();

        Assert.StartsWith("${Import Other:", Text.Of(template.Job["RoleArn"]), StringComparison.Ordinal);
        Assert.Single(app.Template(other).OfType("AWS::IAM::Policy"));
        Assert.StartsWith(
            "${Import Other:", Assert.Single(template.Allowed("iam:PassRole", "BatchInferenceProvider")), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "L16")]
    public void A_Permissions_Boundary_Reaches_Every_Role()
    {
        using var app = new TestApp();
        app.Job();
        Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(app.App).Apply(ManagedPolicy.FromManagedPolicyName(app.Stack, "Boundary", "boundary"));

        Assert.All(app.Synth().OfType("AWS::IAM::Role").Values, role =>
            Assert.EndsWith(":policy/boundary", Text.Of(role["Properties"]!["PermissionsBoundary"]), StringComparison.Ordinal));
    }
}
