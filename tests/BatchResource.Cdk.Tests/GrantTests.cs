using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

public sealed class GrantTests
{
    private const string Reader = "Reader";

    [Fact]
    public void Reading_And_Stopping_Are_Granted_On_The_One_Job()
    {
        using var app = new TestApp();
        var job = app.Job();
        job.GrantRead(Principal(app));
        job.GrantStop(Principal(app));

        var template = app.Synth();

        var arn = $"${{{template.OfType(Template.JobType).Keys.Single()}.JobArn}}";
        Assert.Equal(
            [
                $"{{Action: [bedrock:GetModelInvocationJob, bedrock:ListTagsForResource], Effect: Allow, Resource: {arn}}}",
                $"{{Action: bedrock:StopModelInvocationJob, Effect: Allow, Resource: {arn}}}",
            ],
            template.Statements(Reader).Select(statement => Text.Of(statement)));
    }

    [Fact]
    public void Results_Are_Granted_With_Their_Key_And_Without_Those_Of_Other_Jobs()
    {
        using var app = new TestApp();
        var bucket = new Bucket(app.Stack, "Results");
        var job = app.Job(change: props => props with
        {
            Output = BatchInferenceOutput.ToBucket(bucket, "out", new Key(app.Stack, "Key")),
        });
        job.GrantReadResults(Principal(app));

        var template = app.Synth();

        var id = $"${{{template.OfType(Template.JobType).Keys.Single()}.JobId}}";
        var objects = template.Statement("s3:GetObject*", Reader)["Resource"]!.AsArray();
        Assert.Equal(2, objects.Count);
        Assert.EndsWith($"/out/{id}/*", Text.Of(objects[1]), StringComparison.Ordinal);
        Assert.StartsWith("${Key", Assert.Single(template.Allowed("kms:Decrypt", Reader)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_Job_Is_A_Principal_Its_Service_Role()
    {
        using var app = new TestApp();
        var job = app.Job();
        new Topic(app.Stack, "Topic").GrantPublish(job);

        Assert.StartsWith("${Topic", Assert.Single(app.Synth().Allowed("sns:Publish", "JobServiceRole")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Imported_Job_Can_Be_Granted_And_Its_Results_Where_They_Are_Known()
    {
        using var app = new TestApp();
        const string Arn = "arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/abcdefghijkl";
        var job = BatchInferenceJob.FromJobAttributes(app.Stack, "Imported", new BatchInferenceJobAttributes
        {
            JobArn = Arn,
            ResultsBucket = app.Existing("results"),
            OutputPrefix = "out",
        });
        job.GrantStop(Principal(app));
        job.GrantReadResults(Principal(app));

        var template = app.Synth();

        Assert.Equal("abcdefghijkl", job.JobId);
        Assert.Equal([Arn], template.Allowed("bedrock:StopModelInvocationJob", Reader));
        Assert.Contains("arn:${AWS::Partition}:s3:::results/out/abcdefghijkl/*", template.Allowed("s3:GetObject*", Reader));
        Assert.DoesNotContain(Template.JobType, template.Types);
    }

    [Fact]
    public void An_Imported_Job_Says_What_It_Would_Have_To_Know()
    {
        using var app = new TestApp();
        var job = BatchInferenceJob.FromJobArn(
            app.Stack, "Imported", "arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/abcdefghijkl");

        var results = Assert.Throws<InvalidOperationException>(() => job.GrantReadResults(Principal(app)));
        var metric = Assert.Throws<InvalidOperationException>(() => job.MetricRecordsPendingProcessing());

        Assert.Equal("Stack/Imported is an imported job without ResultsBucket: import it with FromJobAttributes", results.Message);
        Assert.Equal("Stack/Imported is an imported job without ModelId: import it with FromJobAttributes", metric.Message);
    }

    private static Role Principal(TestApp app) =>
        app.Stack.Node.TryFindChild(Reader) as Role
        ?? new Role(app.Stack, Reader, new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
}
