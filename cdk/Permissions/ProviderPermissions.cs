using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// The permissions of a provider for the jobs of one stack, and no more (L16). The construct is in the jobs' stack, so that a provider in
/// another stack needs no reference back to it. It does not grow with the number of jobs: see
/// docs/decisions/0009-permissions-that-do-not-grow.md.
/// </summary>
internal sealed class ProviderPermissions : Construct
{
    // All inline policies of a role share 10,240 characters. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int CharactersForModels = 5_000;
    private const int RolesInAPolicy = 20;

    private readonly Arns arns;
    private readonly IRole providerRole;
    private readonly PolicyStatement createJobs;
    private readonly HashSet<string> models = new(StringComparer.Ordinal);
    private readonly HashSet<string> coveredKinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> givenRoles = new(StringComparer.Ordinal);
    private readonly Policy policy;
    private PolicyStatement? passGivenRoles;
    private bool passesCreatedRoles;
    private int charactersOfModels;

    private ProviderPermissions(Construct scope, string id, Stack stack, IRole providerRole)
        : base(scope, id)
    {
        this.providerRole = providerRole;
        arns = Arns.Of(stack);
        createJobs = Statements.Allow(["bedrock:CreateModelInvocationJob"], [arns.AllJobs]);
        policy = new Policy(this, "Policy", new PolicyProps
        {
            Roles = [providerRole],
            Statements =
            [
                createJobs,
                Statements.Allow(
                    [
                        "bedrock:GetModelInvocationJob",
                        "bedrock:StopModelInvocationJob",
                        "bedrock:ListTagsForResource",
                        "bedrock:TagResource",
                        "bedrock:UntagResource",
                    ],
                    [arns.AllJobs]),
                Statements.Allow(["bedrock:ListModelInvocationJobs"], ["*"]),
                Statements.Allow(["cloudformation:DescribeStackEvents", "cloudformation:DescribeStackResource"], [stack.StackId]),
            ],
        });
    }

    /// <summary>The permissions of a provider for the jobs of a stack.</summary>
    public static ProviderPermissions Create(Stack stack, BatchInferenceProvider provider)
    {
        var isOwn = ReferenceEquals(Stack.Of(provider), stack);
        Construct home = isOwn ? provider : stack;
        var id = isOwn ? "Permissions" : $"PermissionsOf{provider.Node.Addr}";
        var permissions = new ProviderPermissions(home, id, stack, provider.Role);
        if (isOwn)
        {
            // IAM needs some seconds until every service knows a new policy. They pass while the function is created.
            provider.Function.Node.AddDependency(permissions);
        }

        return permissions;
    }

    public void AllowModel(BoundModel model)
    {
        foreach (var resource in model.Resources)
        {
            if (coveredKinds.Contains(resource.Kind) || !models.Add(resource.Arn))
            {
                continue;
            }

            charactersOfModels += resource.Arn.Length;
            if (charactersOfModels <= CharactersForModels)
            {
                createJobs.AddResources(resource.Arn);
            }
            else if (coveredKinds.Add(resource.Kind))
            {
                createJobs.AddResources(resource.AllOfKind);
            }
        }
    }

    /// <summary>Lets the provider pass the roles that this stack creates for its jobs.</summary>
    public void AllowCreatedRoles()
    {
        if (!passesCreatedRoles)
        {
            passesCreatedRoles = true;
            policy.AddStatements(Statements.PassRole([arns.RolesBelow(ServiceRole.Path)]));
        }
    }

    public void AllowGivenRole(IRole role)
    {
        var arn = GivenRole.Of(role).Arn;
        if (!givenRoles.Add(arn))
        {
            return;
        }

        if (passGivenRoles is null || givenRoles.Count % RolesInAPolicy == 1)
        {
            passGivenRoles = Statements.PassRole([arn]);
            AttachRoles(passGivenRoles);
        }
        else
        {
            passGivenRoles.AddResources(arn);
        }
    }

    // The app gave these roles, so no pattern covers exactly them. One policy has room for about twenty.
    private void AttachRoles(PolicyStatement statement)
    {
        if (givenRoles.Count == 1)
        {
            policy.AddStatements(statement);
            return;
        }

        _ = new ManagedPolicy(this, $"PassRole{givenRoles.Count}", new ManagedPolicyProps
        {
            Description = "Lets the provider pass further service roles to Amazon Bedrock",
            Roles = [providerRole],
            Statements = [statement],
        });
    }
}
