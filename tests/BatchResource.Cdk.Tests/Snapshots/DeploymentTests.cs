using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.Cdk.Tests.Snapshots;

/// <summary>Each feature's template, deployed to the local AWS with the provider that the library embeds, under its own policies.</summary>
[Trait("rule", "L16")]
public sealed class DeploymentTests : IDisposable
{
    private const string StackName = "Stack";

    // No test takes nearly as long: what does hangs.
    private readonly CancellationTokenSource guard = new(TimeSpan.FromMinutes(5));
    private readonly TestApp app = new();

    // A provider that is there before is in the next test, and in that of templates/.
    public static TheoryData<string> Names => [.. Features.All.Keys.Except(["deployed-provider"])];

    public void Dispose()
    {
        app.Dispose();
        guard.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_Feature_Deploys_Its_Jobs_Complete_And_It_Can_Be_Deleted(string name)
    {
        Features.All[name](app);
        var jobs = app.Synth().OfType(Template.JobType).Count;

        await using var aws = await StartAsync();
        var stack = await aws.DeployAsync(
            app.App.Outdir, new DeployOptions { StackName = StackName, EditTemplate = MakeBucketsOurs }, guard.Token);

        stack.EnsureSucceeded();
        await AssertJobsCompleteAsync(aws, jobs);
        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync(StackName, guard.Token))?.Status);
    }

    [Fact]
    public async Task The_Policies_Of_A_Role_That_Jobs_Share_Go_After_The_Last_Job()
    {
        Features.All["shared-role"](app);
        app.Synth();
        await using var aws = await StartAsync();
        (await aws.DeployAsync(app.App.Outdir, StackName, guard.Token)).EnsureSucceeded();

        var events = (await aws.DeleteAsync(StackName, guard.Token))!.Events.ToList();

        var lastJobIsGone = events.FindLastIndex(e =>
            e is { ResourceType: Template.JobType, ResourceStatus: ResourceStatus.DeleteComplete });
        var firstPolicyGoes = events.FindIndex(e => e is { ResourceType: "AWS::IAM::Policy", ResourceStatus: ResourceStatus.DeleteInProgress }
            && e.LogicalResourceId.StartsWith("Role", StringComparison.Ordinal));
        Assert.InRange(lastJobIsGone, 0, firstPolicyGoes);
        Assert.Equal(2, events.Count(e => e is { ResourceType: Template.JobType, ResourceStatus: ResourceStatus.DeleteComplete }));
    }

    [Fact]
    public async Task A_Job_Deploys_Apart_From_Everything_That_It_Uses()
    {
        var shared = new Stack(app.App, "Shared");
        var key = new Key(shared, "Key");
        var records = new Bucket(shared, "Records", new BucketProps { EncryptionKey = key });
        var vpc = new Vpc(shared, "Vpc", new VpcProps { MaxAzs = 2 });
        var group = new SecurityGroup(shared, "Group", new SecurityGroupProps { Vpc = vpc });
        var provider = new BatchInferenceProvider(shared, "Provider");
        app.Job(change: props => props with
        {
            Input = BatchInferenceInput.FromBucket(records, "in/"),
            Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "out", key),
            Vpc = vpc,
            SecurityGroups = [group],
            Provider = provider,
        });
        app.Synth();

        await using var aws = await StartAsync();
        var stack = await aws.DeployAsync(app.App.Outdir, StackName, guard.Token);

        stack.EnsureSucceeded();
        Assert.DoesNotContain(stack.Resources.Values, resource => resource.Type == "AWS::Lambda::Function");
        await AssertJobsCompleteAsync(aws, 1);
        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync(StackName, guard.Token))?.Status);
        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync("Shared", guard.Token))?.Status);
    }

    private Task<LocalAws> StartAsync() => RecordsAws.StartAsync(app.Folder, guard.Token);

    private Task AssertJobsCompleteAsync(LocalAws aws, int count) => RecordsAws.AssertJobsCompleteAsync(aws, count, guard.Token);

    // The local AWS has one account, and so has every bucket.
    private static void MakeBucketsOurs(JsonObject template)
    {
        var ours = JsonNode.Parse(Features.Owners.Aggregate(
            template.ToJsonString(), (text, owner) => text.Replace(owner, Features.Account, StringComparison.Ordinal)))!.AsObject();
        template["Resources"] = ours["Resources"]!.DeepClone();
    }
}
