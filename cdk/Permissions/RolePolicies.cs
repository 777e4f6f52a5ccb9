using System.Runtime.CompilerServices;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Makes the jobs of a stack depend on the policies of a role that they refer to. Without that CloudFormation deletes them at the same time
/// as the job that still needs them (L16). The role itself is left out, as the reference is a dependency already.
/// </summary>
/// <remarks>
/// Grants may add policies until the app is synthesized, so it is done when the last of the role's jobs is visited. Where many jobs share
/// many policies, one resource that is nothing stands between them: otherwise each job would name each policy.
/// </remarks>
internal sealed class RolePolicies
{
    private static readonly ConditionalWeakTable<Stack, Dictionary<IRole, RolePolicies>> ByStack = [];

    private readonly Stack stack;
    private readonly IRole role;
    private readonly List<Node> jobs = [];
    private int visited;

    private RolePolicies(Stack stack, IRole role)
    {
        this.stack = stack;
        this.role = role;
    }

    /// <summary>Notes a job; the result is to be called when its aspects are visited.</summary>
    /// <param name="stack">The job's stack.</param>
    /// <param name="role">The role.</param>
    /// <param name="resource">The node of the job's resource.</param>
    public static Action Register(Stack stack, IRole role, Node resource)
    {
        var roles = ByStack.GetValue(stack, static _ => new(ReferenceEqualityComparer.Instance));
        if (!roles.TryGetValue(role, out var policies))
        {
            roles.Add(role, policies = new RolePolicies(stack, role));
        }

        policies.jobs.Add(resource);
        return policies.Visit;
    }

    private void Visit()
    {
        if (++visited != jobs.Count)
        {
            return;
        }

        var policies = role.Node.Children.Where(child => child is not CfnRole).ToArray<IDependable>();
        if (policies.Length == 0)
        {
            return;
        }

        var dependencies = policies.Length > 1 && jobs.Count > 1 ? [Gate(policies)] : policies;
        jobs.ForEach(job => job.AddDependency(dependencies));
    }

    private CfnWaitConditionHandle Gate(IDependable[] policies)
    {
        var gate = new CfnWaitConditionHandle(stack, $"BatchInferencePoliciesOf{role.Node.Addr}");
        gate.Node.AddDependency(policies);
        return gate;
    }
}
