using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Makes each job with a role of its own depend on the policies that the app has added to that role (L16). Few apps add any. So it searches
/// the stack once, when the last such job is visited, and not once for each role.
/// </summary>
internal sealed class CreatedRolePolicies(Node stack)
{
    private readonly Dictionary<IConstruct, CfnResource> jobs = new(ReferenceEqualityComparer.Instance);
    private int visited;

    /// <summary>Notes a job's role and resource. Call the result when the aspects of the resource are visited.</summary>
    public Action Register(IConstruct role, CfnResource job)
    {
        jobs.Add(role, job);
        return Visit;
    }

    private void Visit()
    {
        if (++visited != jobs.Count)
        {
            return;
        }

        foreach (var group in Additions().ToLookup(found => found.Job, found => found.Policy))
        {
            group.Key.Node.AddDependency([.. group]);
        }
    }

    // The CDK lists a construct, then its children, then its next sibling. A job's resource is made right after its role, so everything
    // between the two belongs to the role.
    private IEnumerable<(CfnResource Job, IDependable Policy)> Additions()
    {
        CfnResource? job = null;
        foreach (var construct in stack.FindAll())
        {
            if (jobs.TryGetValue(construct, out var ofRole))
            {
                job = ofRole;
            }
            else if (ReferenceEquals(construct, job))
            {
                job = null;
            }
            else if (job is not null && construct is not CfnRole)
            {
                yield return (job, construct);
            }
        }
    }
}
