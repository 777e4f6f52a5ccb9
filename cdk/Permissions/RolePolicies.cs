using System.Runtime.CompilerServices;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Makes the jobs of a stack depend on the policies of a role that they share. Otherwise CloudFormation deletes the policies at the same
/// time as a job that still needs them (L16). The role itself is left out, because the reference is already a dependency.
/// </summary>
/// <remarks>
/// Grants may add policies until the app is synthesized. So this runs when the last job of the role is visited. An empty resource stands
/// between several jobs and the policies: otherwise each job would name each policy. If the role is in another stack, the CDK makes the
/// stacks depend on each other.
/// </remarks>
internal sealed class RolePolicies
{
    private static readonly ConditionalWeakTable<Stack, Dictionary<IRole, RolePolicies>> ByStack = [];

    private readonly Stack stack;
    private readonly IRole role;
    private readonly DependencyGroup policies = new();
    private int jobs;
    private int visited;

    private RolePolicies(Stack stack, IRole role)
    {
        this.stack = stack;
        this.role = role;
    }

    /// <summary>Notes one more job of the role.</summary>
    /// <returns>What the job must depend on, and the action to run when its aspects are visited.</returns>
    public static (IDependable Policies, Action Visit) Register(Stack stack, IRole role)
    {
        var roles = ByStack.GetValue(stack, static _ => new(ReferenceEqualityComparer.Instance));
        if (!roles.TryGetValue(role, out var of))
        {
            roles.Add(role, of = new RolePolicies(stack, role));
        }

        of.jobs++;
        return (of.policies, of.Visit);
    }

    private void Visit()
    {
        if (++visited != jobs)
        {
            return;
        }

        IDependable[] known = [.. role.Node.Children.Where(child => child is not CfnRole)];
        if (known.Length == 0)
        {
            return;
        }

        // The CDK splits a large policy when it visits the role, which may be later than this. The resource between depends on all policies
        // that the role has then. For one job the CDK knows the policy of each statement.
        policies.Add(jobs > 1 && ReferenceEquals(role.Stack, stack) ? [Gate()] : [.. known, .. GivenRole.Of(role).Added]);
    }

    private CfnWaitConditionHandle Gate()
    {
        var gate = new CfnWaitConditionHandle(stack, $"BatchInferencePoliciesOf{role.Node.Addr}");
        gate.Node.AddDependency(role);
        return gate;
    }
}
