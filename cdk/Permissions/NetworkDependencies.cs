using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Makes a job depend on the ways out of the subnets that it runs in: routes and endpoints. It refers to the subnets only, and would start
/// before it can reach S3. When the app is synthesized, because endpoints may be added until then.
/// </summary>
internal static class NetworkDependencies
{
    private static readonly string[] Ways =
        [CfnRoute.CFN_RESOURCE_TYPE_NAME, CfnSubnetRouteTableAssociation.CFN_RESOURCE_TYPE_NAME, CfnVPCEndpoint.CFN_RESOURCE_TYPE_NAME];

    public static void Add(Node resource, IVpc vpc)
    {
        IDependable[] ways = [.. vpc.Node.FindAll().OfType<CfnResource>().Where(child => Ways.Contains(child.CfnResourceType))];
        if (ways.Length > 0)
        {
            resource.AddDependency(ways);
        }
    }
}
