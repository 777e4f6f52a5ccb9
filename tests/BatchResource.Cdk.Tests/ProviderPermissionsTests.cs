using Amazon.CDK.AWS.IAM;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

[Trait("rule", "L16")]
public sealed class ProviderPermissionsTests
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, without white space.
    private const int AllInlinePoliciesOfARole = 10_240;
    private const int ManagedPolicy = 6_144;
    private const string Provider = "BatchInferenceProvider";

    [Fact]
    public void The_Provider_May_Manage_Batch_Jobs_And_Pass_The_Roles_Of_This_Stacks_Jobs_To_Bedrock()
    {
        using var app = new TestApp();
        app.Job("One");
        app.Job("Two");

        const string AllJobs = "arn:${AWS::Partition}:bedrock:${AWS::Region}:${AWS::AccountId}:model-invocation-job/*";
        Assert.Equal(
            [
                $"{{Action: bedrock:CreateModelInvocationJob, Effect: Allow, Resource: [{AllJobs}, "
                + "arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/amazon.nova-micro-v1:0]}",
                "{Action: [bedrock:GetModelInvocationJob, bedrock:StopModelInvocationJob, bedrock:ListTagsForResource, "
                + $"bedrock:TagResource, bedrock:UntagResource], Effect: Allow, Resource: {AllJobs}}}",
                "{Action: bedrock:ListModelInvocationJobs, Effect: Allow, Resource: *}",
                "{Action: [cloudformation:DescribeStackEvents, cloudformation:DescribeStackResource], Effect: Allow, "
                + "Resource: ${AWS::StackId}}",
                "{Action: iam:PassRole, Condition: {StringEquals: {iam:PassedToService: bedrock.amazonaws.com}}, Effect: Allow, "
                + "Resource: arn:${AWS::Partition}:iam::${AWS::AccountId}:role/batch-inference/${AWS::Region}/${AWS::StackName}/*}",
            ],
            app.Synth().Statements(Provider).Skip(1).Select(statement => Text.Of(statement)));
    }

    [Fact]
    public void The_Roles_That_Are_Created_Are_Where_The_Provider_May_Pass_Them()
    {
        using var app = new TestApp();
        app.Job();

        var role = app.Synth().Named("AWS::IAM::Role", "JobServiceRole");

        Assert.Equal("/batch-inference/${AWS::Region}/${AWS::StackName}/", Text.Of(role["Properties"]!["Path"]));
    }

    [Fact]
    public void Nobody_Passes_Roles_By_Path_When_Every_Role_Is_Given()
    {
        using var app = new TestApp();
        app.Job(change: props => props with { Role = Imported(app, 1) });

        Assert.Equal(["arn:aws:iam::111122223333:role/theirs-1"], app.Synth().Allowed("iam:PassRole", Provider));
    }

    [Fact]
    public void Many_Jobs_With_As_Many_Models_Fit_The_Policies_Of_One_Role()
    {
        using var app = new TestApp();
        for (var number = 1; number <= 40; number++)
        {
            var arn = $"arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/{number:D12}";
            app.Job($"Job{number}", props => props with
            {
                Model = BatchInferenceModel.FromApplicationInferenceProfile(
                    arn, BatchInferenceModel.FromInferenceProfile($"us.vendor{number}.model-v{number}:0")),
            });
        }

        var template = app.Synth();

        Assert.InRange(template.InlineSize(Provider), 1, AllInlinePoliciesOfARole);
        var creatable = template.Allowed("bedrock:CreateModelInvocationJob", Provider);
        Assert.Contains("arn:${AWS::Partition}:bedrock:*:${AWS::AccountId}:application-inference-profile/*", creatable);
        Assert.Contains("arn:${AWS::Partition}:bedrock:*::foundation-model/*", creatable);
        Assert.InRange(creatable.Count, 4, 70);
    }

    [Fact]
    public void The_Regions_Of_Some_Wide_Profiles_Are_Named_One_By_One()
    {
        using var app = new TestApp();
        foreach (var model in (string[])["nova-micro", "nova-lite", "nova-pro"])
        {
            app.Job(model, props => props with { Model = BatchInferenceModel.FromInferenceProfile($"apac.amazon.{model}-v1:0") });
        }

        var template = app.Synth();

        Assert.InRange(template.InlineSize(Provider), 1, AllInlinePoliciesOfARole);
        var creatable = template.Allowed("bedrock:CreateModelInvocationJob", Provider);
        Assert.Contains("arn:${AWS::Partition}:bedrock:me-central-1::foundation-model/amazon.nova-pro-v1:0", creatable);
        Assert.DoesNotContain(creatable, arn => arn.Contains("foundation-model/*", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_Given_Roles_Are_Named_One_By_One_In_Policies_That_Fit()
    {
        const int Jobs = 70;
        using var app = new TestApp();
        for (var number = 1; number <= Jobs; number++)
        {
            var role = Imported(app, number);
            app.Job($"Job{number}", props => props with { Role = role });
        }

        var template = app.Synth();

        Assert.Equal(
            Enumerable.Range(1, Jobs).Select(number => $"arn:aws:iam::111122223333:role/theirs-{number}"),
            template.Allowed("iam:PassRole", Provider));
        Assert.InRange(template.InlineSize(Provider), 1, AllInlinePoliciesOfARole);
        var managed = template.OfType("AWS::IAM::ManagedPolicy").Values;
        Assert.InRange(managed.Count(), 1, 10);
        Assert.All(managed, policy => Assert.InRange(Template.SizeOf(policy), 1, ManagedPolicy));
        Assert.Subset(
            template.DependsOn(template.OfType(Template.JobType).Keys.First()).Keys.ToHashSet(),
            template.OfType("AWS::IAM::ManagedPolicy").Keys.ToHashSet());
    }

    [Fact]
    public void A_Hundred_And_Fifty_Jobs_Fit_In_One_Stack()
    {
        using var app = new TestApp();
        for (var number = 1; number <= 150; number++)
        {
            app.Job($"Job{number}");
        }

        var template = app.Synth();

        // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
        Assert.InRange(template.Types.Count(), 300, 310);
        Assert.InRange(new FileInfo(Path.Combine(app.App.Outdir, app.Stack.TemplateFile)).Length, 1, 1_000_000);
        Assert.InRange(template.InlineSize(Provider), 1, 3_000);
    }

    private static IRole Imported(TestApp app, int number) =>
        Role.FromRoleArn(app.Stack, $"Role{number}", $"arn:aws:iam::111122223333:role/theirs-{number}");
}
