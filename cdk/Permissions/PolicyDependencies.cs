using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Makes a resource depend on what belongs to constructs that it references: the policies of a role, the settings of a function. Without
/// that CloudFormation deletes them at the same time as the resource that still needs them. The constructs themselves are left out, as
/// the reference is a dependency already. An aspect, because grants may add policies until the app is synthesized.
/// </summary>
internal sealed class PolicyDependencies(CfnResource resource, params IConstruct[] referenced) : DeputyBase, IAspect
{
    public void Visit(IConstruct node)
    {
        foreach (var construct in referenced)
        {
            var itself = construct.Node.DefaultChild?.Node.Path;
            var belongings = construct.Node.Children.Where(child => child.Node.Path != itself).ToArray<IDependable>();
            if (belongings.Length > 0)
            {
                resource.Node.AddDependency(belongings);
            }
        }
    }
}
