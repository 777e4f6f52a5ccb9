using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using BatchResource.Cdk.Tests.Support;
using Constructs;

namespace BatchResource.Cdk.Tests;

/// <summary>Every job that is given a role outlives none of the role's policies, however many jobs and policies there are.</summary>
[Trait("rule", "L16")]
public sealed class SharedRoleTests : IDisposable
{
    private const string GateType = "AWS::CloudFormation::WaitConditionHandle";
    private const string PolicyType = "AWS::IAM::Policy";
    private const string ManagedPolicyType = "AWS::IAM::ManagedPolicy";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public void Jobs_Depend_On_One_Resource_That_Depends_On_The_Role_And_All_Of_Its_Policies()
    {
        var role = Shared(app.Stack);
        Attach(role, "Extra");
        Jobs(app.Stack, role, 3);

        var template = app.Synth();

        var gate = Assert.Single(template.OfType(GateType));
        Assert.Null(gate.Value["Properties"]);
        Assert.All(JobIds(template), id => Assert.Equal([GateType], PastTheProvider(template, id)));
        Assert.Equal(
            ["AWS::IAM::Policy", "AWS::IAM::Policy", "AWS::IAM::Role"],
            template.DependsOn(gate.Key).Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_Job_Depends_On_Each_Policy_Itself()
    {
        var role = Shared(app.Stack);
        Attach(role, "Extra");
        Jobs(app.Stack, role, 1);

        var template = app.Synth();

        Assert.Empty(template.OfType(GateType));
        Assert.Equal([PolicyType, PolicyType], PastTheProvider(template, Assert.Single(JobIds(template))));
    }

    [Fact]
    public void Jobs_With_An_Imported_Role_Depend_On_No_Policy()
    {
        Jobs(app.Stack, Role.FromRoleArn(app.Stack, "Theirs", "arn:aws:iam::111122223333:role/theirs"), 2);

        var template = app.Synth();

        Assert.Empty(template.OfType(GateType));
        Assert.All(JobIds(template), id => Assert.Empty(PastTheProvider(template, id)));
    }

    [Fact]
    public void Policies_That_Are_Added_After_The_Jobs_Are_Among_Them()
    {
        var role = Shared(app.Stack);
        Jobs(app.Stack, role, 2);
        Attach(role, "Later");

        AssertDependOnEveryPolicy(app.Synth(), 2);
    }

    [Fact]
    public void Policies_Into_Which_The_Cdk_Parts_A_Large_One_After_The_Jobs_Are_Among_Them()
    {
        // The CDK parts a role's policy as it visits the role, and it visits the first scope first.
        var first = new Construct(app.Stack, "First");
        var role = Shared(new Construct(app.Stack, "Second"));
        for (var i = 0; i < 60; i++)
        {
            role.AddToPrincipalPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = ["s3:GetObject"],
                Resources = [$"arn:aws:s3:::{new string('b', 60)}/{i}/{new string('k', 200)}"],
                Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["s3:prefix"] = $"{i}" } },
            }));
        }

        Jobs(first, role, 3);

        var template = app.Synth();

        Assert.NotEmpty(template.OfType(ManagedPolicyType));
        AssertDependOnEveryPolicy(template, 1 + template.OfType(ManagedPolicyType).Count);
    }

    [Fact]
    public void Jobs_Wait_For_The_Whole_Stack_Of_A_Role_That_Stands_In_Another()
    {
        var other = new Stack(app.App, "Other");
        var role = Shared(other);
        Attach(role, "Extra");
        Jobs(app.Stack, role, 2);

        var template = app.Synth();

        Assert.Empty(template.OfType(GateType));
        Assert.All(JobIds(template), id => Assert.Empty(PastTheProvider(template, id)));
        Assert.Equal(2, app.Template(other).OfType(PolicyType).Count);
        Assert.Contains(other, app.Stack.Dependencies);
        Assert.DoesNotContain(app.Stack, other.Dependencies);
    }

    [Fact]
    public void A_Job_With_A_Role_Of_Its_Own_Depends_On_What_The_App_Adds_To_That_Role_Alone()
    {
        var one = app.Job("One");
        app.Job("Two");
        Attach((Role)one.Role, "Extra");

        var template = app.Synth();

        var dependencies = JobIds(template).ToDictionary(id => id[..3], id => PastTheProvider(template, id));
        Assert.Equal([PolicyType], dependencies["One"]);
        Assert.Empty(dependencies["Two"]);
    }

    [Fact]
    public void Jobs_That_Differ_In_Their_Keys_Share_Statements_Of_At_Most_So_Many_Characters()
    {
        Jobs(app.Stack, Shared(app.Stack), 60);

        var template = app.Synth();

        var statements = template.Statements("Shared");
        Assert.InRange(statements.Count, 6, 12);
        Assert.All(statements, statement => Assert.InRange(Template.SizeOf(statement), 1, 3_000));
        var readable = template.Allowed("s3:GetObject", "Shared");
        Assert.Equal(
            Enumerable.Range(0, 60).SelectMany(i => new[] { $"records/in/{i}.jsonl", $"results/out/{i}/*" }).Order(StringComparer.Ordinal),
            readable.Select(arn => arn[(arn.LastIndexOf(':') + 1)..]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            template.Statements("Shared").Where(statement => Template.TextsOf(statement["Action"]).Contains("s3:PutObject")),
            statement => Template.TextsOf(statement["Resource"]).Any(arn => arn.Contains("/in/", StringComparison.Ordinal)));
    }

    private static Role Shared(Construct scope) =>
        new(scope, "Shared", new RoleProps { AssumedBy = new ServicePrincipal("bedrock.amazonaws.com") });

    private static void Attach(Role role, string id) => _ = new Policy(role, id, new PolicyProps
    {
        Roles = [role],
        Statements = [new PolicyStatement(new PolicyStatementProps { Actions = ["s3:GetObjectTagging"], Resources = ["*"] })],
    });

    private void Jobs(Construct scope, IRole role, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = new BatchInferenceJob(scope, $"Job{i}", new BatchInferenceJobProps
            {
                Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
                Input = BatchInferenceInput.FromBucket(app.Existing("records"), $"in/{i}.jsonl"),
                Output = BatchInferenceOutput.ToBucket(app.Existing("results"), $"out/{i}"),
                Role = role,
            });
        }
    }

    private static IEnumerable<string> JobIds(Template template) => template.OfType(Template.JobType).Keys;

    private static IEnumerable<string> PastTheProvider(Template template, string id) => template.DependsOn(id)
        .Where(dependency => !dependency.Key.StartsWith("BatchInferenceProvider", StringComparison.Ordinal))
        .Select(dependency => dependency.Value);

    private static void AssertDependOnEveryPolicy(Template template, int count)
    {
        var gate = Assert.Single(template.OfType(GateType)).Key;
        Assert.All(JobIds(template), id => Assert.Equal([GateType], PastTheProvider(template, id)));
        var policies = template.OfType(PolicyType).Concat(template.OfType(ManagedPolicyType)).Where(IsOfRole).Select(policy => policy.Key);
        Assert.Equal(count, policies.Count());
        Assert.Subset(template.DependsOn(gate).Keys.ToHashSet(), policies.ToHashSet());

        static bool IsOfRole(KeyValuePair<string, JsonObject> policy) =>
            policy.Value["Properties"]!["Roles"]!.AsArray().Any(role => Text.Of(role).Contains("Shared", StringComparison.Ordinal));
    }
}
