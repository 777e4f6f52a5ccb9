using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.Assertions;
using Amazon.CDK.AWS.IAM;
using Amazon.JSII.Runtime.Deputy;
using BatchResource.Cdk.Tests.Support;
using Constructs;

namespace BatchResource.Cdk.Tests;

/// <summary>What a job needs to run to its end stays as long as the job.</summary>
[Trait("rule", "L15b")]
public sealed class KeptJobTests
{
    private const string RoleType = "AWS::IAM::Role";
    private const string ServiceRole = "JobServiceRole";

    public static TheoryData<string, string, string> Ways => new()
    {
        { "property", "Retain", "Retain" },
        { "property, except on create", "RetainExceptOnCreate", "Retain" },
        { "afterwards", "Retain", "Retain" },
        { "options", "Retain", "Retain" },
        { "on replacement only", "Retain", "Retain" },
        { "aspect on the job", "Retain", "Retain" },
        { "aspect on the app", "Retain", "Retain" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void However_A_Job_Is_Retained_Its_Role_And_The_Roles_Policies_Are(string way, string onDeletion, string onReplacement)
    {
        using var app = new TestApp();
        Retain(way, app);

        var template = app.Synth();

        var policies = template.OfType("AWS::IAM::Policy").Where(policy => policy.Key.StartsWith(ServiceRole, StringComparison.Ordinal));
        Assert.All(
            [template.Named(RoleType, ServiceRole), Assert.Single(policies).Value],
            part => Assert.Equal((onDeletion, onReplacement), PoliciesOf(part)));
    }

    [Fact]
    public void A_Job_That_Is_Not_Retained_Takes_Its_Role_Along()
    {
        using var app = new TestApp();
        app.Job();

        Assert.Equal((null, null), PoliciesOf(app.Synth().Named(RoleType, ServiceRole)));
    }

    [Fact]
    public void A_Role_That_Is_Retained_By_Itself_Stays_So()
    {
        using var app = new TestApp();
        var role = (CfnResource)app.Job().Role.Node.DefaultChild!;
        role.ApplyRemovalPolicy(RemovalPolicy.RETAIN);

        Assert.Equal(("Retain", "Retain"), PoliciesOf(app.Synth().Named(RoleType, ServiceRole)));
    }

    [Theory]
    [InlineData("kept job", 1)]
    [InlineData("kept on replacement", 1)]
    [InlineData("both kept", 0)]
    [InlineData("all kept by an aspect", 0)]
    [InlineData("policy of the role not kept", 1)]
    [InlineData("imported role", 0)]
    [InlineData("role of another stack", 0)]
    [InlineData("nothing kept", 0)]
    public void A_Given_Role_That_Goes_Before_A_Kept_Job_Is_Warned_Of(string way, int warnings)
    {
        using var app = new TestApp();
        var role = way switch
        {
            "imported role" => Role.FromRoleArn(app.Stack, "Given", "arn:aws:iam::111122223333:role/theirs"),
            "role of another stack" => BedrockRole(new Stack(app.App, "Roles")),
            _ => BedrockRole(app.Stack),
        };
        var job = app.Job(change: props => props with
        {
            Role = role,
            RemovalPolicy = way is "nothing kept" or "kept on replacement" or "all kept by an aspect" ? null : RemovalPolicy.RETAIN,
        });
        switch (way)
        {
            case "kept on replacement":
                ((CfnResource)job.Node.DefaultChild!).CfnOptions.UpdateReplacePolicy = CfnDeletionPolicy.RETAIN;
                break;
            case "both kept":
                foreach (var part in role.Node.FindAll().OfType<CfnResource>())
                {
                    part.ApplyRemovalPolicy(RemovalPolicy.RETAIN);
                }

                break;
            case "all kept by an aspect":
                Aspects.Of(app.Stack).Add(new Retaining());
                break;
            case "policy of the role not kept":
                ((CfnResource)role.Node.DefaultChild!).ApplyRemovalPolicy(RemovalPolicy.RETAIN);
                break;
        }

        app.Synth();

        var found = Amazon.CDK.Assertions.Annotations.FromStack(app.Stack)
            .FindWarning("/Stack/Job", Match.StringLikeRegexp("its role Stack/Given is deleted with the stack.*ApplyRemovalPolicy"));
        Assert.Equal(warnings, found.Length);
    }

    private static Role BedrockRole(Stack stack) => new(stack, "Given", new RoleProps { AssumedBy = new ServicePrincipal("bedrock.amazonaws.com") });

    private static void Retain(string way, TestApp app)
    {
        var job = app.Job(change: props => way switch
        {
            "property" => props with { RemovalPolicy = RemovalPolicy.RETAIN },
            "property, except on create" => props with { RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
            _ => props,
        });
        app.Existing("late").GrantRead(job);
        var resource = (CfnResource)job.Node.DefaultChild!;
        switch (way)
        {
            case "afterwards":
                job.ApplyRemovalPolicy(RemovalPolicy.RETAIN);
                break;
            case "options":
                (resource.CfnOptions.DeletionPolicy, resource.CfnOptions.UpdateReplacePolicy) = (CfnDeletionPolicy.RETAIN, CfnDeletionPolicy.RETAIN);
                break;
            case "on replacement only":
                resource.CfnOptions.UpdateReplacePolicy = CfnDeletionPolicy.RETAIN;
                break;
            case "aspect on the job":
                Aspects.Of(job).Add(new Retaining());
                break;
            case "aspect on the app":
                Aspects.Of(app.Stack).Add(new Retaining());
                break;
        }
    }

    private static (string? OnDeletion, string? OnReplacement) PoliciesOf(JsonObject resource) =>
        ((string?)resource["DeletionPolicy"], (string?)resource["UpdateReplacePolicy"]);

    private sealed class Retaining : DeputyBase, IAspect
    {
        public void Visit(IConstruct node) => (node as CfnResource)?.ApplyRemovalPolicy(RemovalPolicy.RETAIN);
    }
}
