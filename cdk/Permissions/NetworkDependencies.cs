using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Makes a job depend on the ways out of the subnets that it runs in: routes and endpoints. It refers to the subnets only, and would start
/// before it can reach S3. An aspect, because endpoints may be added until the app is synthesized.
/// </summary>
internal sealed class NetworkDependencies(CfnResource resource, IVpc vpc) : DeputyBase, IAspect
{
    private static readonly string[] Ways =
        [CfnRoute.CFN_RESOURCE_TYPE_NAME, CfnSubnetRouteTableAssociation.CFN_RESOURCE_TYPE_NAME, CfnVPCEndpoint.CFN_RESOURCE_TYPE_NAME];

    public void Visit(IConstruct node)
    {
        IDependable[] ways = [.. vpc.Node.FindAll().OfType<CfnResource>().Where(child => Ways.Contains(child.CfnResourceType))];
        if (ways.Length > 0)
        {
            resource.Node.AddDependency(ways);
        }
    }
}
