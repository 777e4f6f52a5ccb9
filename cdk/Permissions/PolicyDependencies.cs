using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Makes a resource depend on the policies of a role that it references. Without that CloudFormation deletes them at the same time as the
/// resource that still needs them. The role itself is left out, as the reference is a dependency already. An aspect, because grants may
/// add policies until the app is synthesized.
/// </summary>
internal sealed class PolicyDependencies(CfnResource resource, IRole role) : DeputyBase, IAspect
{
    public void Visit(IConstruct node)
    {
        var itself = role.Node.DefaultChild?.Node.Path;
        var policies = role.Node.Children.Where(child => child.Node.Path != itself).ToArray<IDependable>();
        if (policies.Length > 0)
        {
            resource.Node.AddDependency(policies);
        }
    }
}
